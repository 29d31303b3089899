import { serviceUnavailable } from '../../errors.js';

/**
 * Calls of one process that may hold images at the same moment. Each keeps up to two images of 10 MB
 * until it is answered, so 160 MB at most; a second or two a call lets hundreds a minute through.
 */
const MAX_UPLOADS = 8;

export interface UploadSlots {
  /** @throws ApiError 503 at once when all are taken, before anything is run */
  run<T>(call: () => Promise<T>): Promise<T>;
}

export function createUploadSlots(): UploadSlots {
  let taken = 0;
  return {
    async run(call) {
      if (taken >= MAX_UPLOADS) throw serviceUnavailable(new UploadsFullError());
      taken += 1;
      try {
        return await call();
      } finally {
        taken -= 1;
      }
    },
  };
}

/** For the log. */
class UploadsFullError extends Error {
  override readonly name = 'UploadsFullError';
}
