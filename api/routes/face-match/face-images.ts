import type { Request, Response } from 'express';
import multer from 'multer';
import { MAX_CAPTURE_BYTES } from '../../../contract/capture.js';
import { recogniseImage, type ImageType } from '../../../contract/image-type.js';
import { FACE_FILES, faceMatchBody } from '../../../contract/schema/face-match.js';
import { WireCode } from '../../../contract/wire-error.js';
import { badRequest, requestTimeout, tooLargeDocument } from '../../errors.js';
import { invalid, missing, parseRequest } from '../../request-problems.js';

type FaceFile = (typeof FACE_FILES)[number];

export interface FaceImage {
  readonly bytes: Uint8Array;
  readonly type: ImageType;
}

export type FaceUploads = Readonly<Record<FaceFile, FaceImage>>;

export type FaceAddresses = Readonly<Record<FaceFile, string>>;

/** The two images of a face match: sent along, or where they can be fetched. */
export type FaceImages =
  | { readonly kind: 'UPLOADED'; readonly images: FaceUploads }
  | { readonly kind: 'ADDRESSED'; readonly urls: FaceAddresses };

/** Whoever sends holds a place of the few. Two images of 10 MB need 16 Mbit/s for it, which backends have. */
const RECEIVE_MS = 10_000;

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_CAPTURE_BYTES, files: FACE_FILES.length, fields: 0 },
}).fields(FACE_FILES.map((name) => ({ name, maxCount: 1 })));

/** Whether the images themselves are sent, or were to be. */
export function isUpload(req: Request): boolean {
  return req.is('multipart/form-data') !== false;
}

/**
 * Call after the caller is known: this reads up to two whole images into memory.
 *
 * @throws ApiError 400, 408
 */
export async function readFaceImages(req: Request, res: Response): Promise<FaceImages> {
  if (!isUpload(req)) return readAddresses(req.body);
  await receiveFiles(req, res);
  const { files } = req;
  const given = files === undefined || Array.isArray(files) ? {} : files;
  const problems = FACE_FILES.flatMap((name) => {
    const content = given[name]?.[0]?.buffer;
    if (content === undefined || content.length === 0) {
      return [missing(name.toUpperCase(), name, WireCode.MISSING_AT_START)];
    }
    return recogniseImage(content) === null ? [invalid(name.toUpperCase(), name)] : [];
  });
  const selfie = toImage(given.selfie?.[0]?.buffer);
  const reference = toImage(given.reference?.[0]?.buffer);
  if (selfie === null || reference === null) throw badRequest(problems);
  return { kind: 'UPLOADED', images: { selfie, reference } };
}

function readAddresses(body: unknown): FaceImages {
  const parsed = parseRequest(faceMatchBody, body, WireCode.MISSING_AT_START);
  if (!parsed.isValid) throw badRequest(parsed.problems);
  const { selfieUrl, referenceUrl } = parsed.value;
  return { kind: 'ADDRESSED', urls: { selfie: selfieUrl, reference: referenceUrl } };
}

function toImage(bytes: Uint8Array | undefined): FaceImage | null {
  const type = bytes && recogniseImage(bytes);
  return bytes && type ? { bytes, type } : null;
}

/** Whatever multer does not like was wrong with the body. */
function receiveFiles(req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      res.set('Connection', 'close');
      reject(requestTimeout());
    }, RECEIVE_MS);
    receive(req, res, (error: unknown) => {
      clearTimeout(timer);
      if (error === undefined || error === null) resolve();
      else reject(toApiError(error));
    });
  });
}

function toApiError(error: unknown) {
  if (error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE') {
    return badRequest([
      tooLargeDocument(FACE_FILES.find((name) => name === error.field) ?? 'selfie'),
    ]);
  }
  return badRequest([{ code: WireCode.INVALID_VALUE, cause: 'INVALID_REQUEST_BODY' }]);
}
