import { ApiError, ConnectionError } from './api-error.js';
import type { UploadTarget } from './wire-types.js';

export interface UploadOptions {
  readonly target: UploadTarget;
  readonly capture: Blob;
  /** Bytes sent so far. */
  readonly onProgress: (sentBytes: number) => void;
  readonly createRequest: () => XMLHttpRequest;
  /** Ends the upload; it then rejects with `ConnectionError`. */
  readonly signal: AbortSignal;
}

/** 10 MB over a poor 3G uplink (1 Mbit/s) take 80 s. */
const TIMEOUT_MS = 120_000;

/**
 * Puts one capture into the object store. XMLHttpRequest and not fetch, because only it tells how
 * far an upload has come.
 *
 * @throws ConnectionError or ApiError
 */
export function uploadCapture(options: UploadOptions): Promise<void> {
  const { target, capture, onProgress, createRequest, signal } = options;
  return new Promise((resolve, reject) => {
    const request = createRequest();
    const fail = (): void => {
      reject(new ConnectionError());
    };
    request.open(target.method, target.url);
    for (const [name, value] of Object.entries(target.headers)) {
      request.setRequestHeader(name, value);
    }
    request.timeout = TIMEOUT_MS;
    request.upload.onprogress = (event) => {
      onProgress(event.loaded);
    };
    request.onerror = fail;
    request.ontimeout = fail;
    request.onabort = fail;
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new ApiError(request.status, null));
    };
    signal.addEventListener('abort', () => {
      request.abort();
    });
    onProgress(0);
    if (signal.aborted) fail();
    else request.send(capture);
  });
}
