import { listUploadPlaces, type CapturePlace } from '../../contract/capture.js';
import type { DocumentType } from '../../contract/flow.js';
import { WireCode, type WireError } from '../../contract/wire-error.js';
import { CaptureTooLargeError } from '../../storage/read-object.js';
import type { UploadStore } from '../../storage/upload-store.js';
import { tooLargeDocument } from '../errors.js';
import type { UserVisit } from './submission-access.js';

export interface AttemptUploads {
  readonly attempt: number;
  readonly documentTypes: readonly DocumentType[];
}

export interface Upload {
  readonly documentType: DocumentType;
  readonly bytes: Uint8Array;
}

/** Of what is not there or too large, what is wrong with it. */
export async function readUploads(
  uploads: Pick<UploadStore, 'fetch'>,
  { submission, handoffId }: UserVisit,
  { attempt, documentTypes }: AttemptUploads,
): Promise<readonly (Upload | WireError)[]> {
  return await Promise.all(
    documentTypes.map((documentType) =>
      readUpload(uploads, { submissionId: submission.id, attempt, documentType }, handoffId),
    ),
  );
}

async function readUpload(
  uploads: Pick<UploadStore, 'fetch'>,
  place: CapturePlace,
  handoffId: string | null,
): Promise<Upload | WireError> {
  const { documentType } = place;
  try {
    for (const one of listUploadPlaces(place, handoffId)) {
      const bytes = await uploads.fetch(one);
      if (bytes !== null) return { documentType, bytes };
    }
    return notUploaded(documentType);
  } catch (error) {
    if (error instanceof CaptureTooLargeError) return tooLargeDocument(documentType);
    throw error;
  }
}

function notUploaded(documentType: DocumentType): WireError {
  const code = WireCode.DOCUMENT_NOT_UPLOADED;
  return { code, cause: 'DOCUMENT_NOT_UPLOADED', field: documentType };
}
