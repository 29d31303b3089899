import type { CapturePlace } from '../../contract/capture.js';
import type { DocumentType } from '../../contract/flow.js';
import { WireCode, type WireError } from '../../contract/wire-error.js';
import { CaptureTooLargeError } from '../../storage/read-object.js';
import type { UploadStore } from '../../storage/upload-store.js';
import { tooLargeDocument } from '../errors.js';

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
  submissionId: string,
  { attempt, documentTypes }: AttemptUploads,
): Promise<readonly (Upload | WireError)[]> {
  return await Promise.all(
    documentTypes.map((documentType) =>
      readUpload(uploads, { submissionId, attempt, documentType }),
    ),
  );
}

async function readUpload(
  uploads: Pick<UploadStore, 'fetch'>,
  place: CapturePlace,
): Promise<Upload | WireError> {
  const { documentType } = place;
  try {
    const bytes = await uploads.fetch(place);
    return bytes === null ? notUploaded(documentType) : { documentType, bytes };
  } catch (error) {
    if (error instanceof CaptureTooLargeError) return tooLargeDocument(documentType);
    throw error;
  }
}

function notUploaded(documentType: DocumentType): WireError {
  const code = WireCode.DOCUMENT_NOT_UPLOADED;
  return { code, cause: 'DOCUMENT_NOT_UPLOADED', field: documentType };
}
