import type { CaptureApi } from '../api/capture-api.js';
import { joinCapture } from '../api/join-capture.js';
import { uploadCapture } from '../api/upload-capture.js';
import type { HeldCaptures } from '../keeping/held-captures.js';

export interface SendAheadOptions {
  readonly api: Pick<CaptureApi, 'readProgress' | 'readUploadTargets'>;
  readonly held: Pick<HeldCaptures, 'taken' | 'useLock'>;
  readonly createRequest: () => XMLHttpRequest;
  readonly signal: AbortSignal;
}

/**
 * Uploads what was taken on the desktop before its camera was gone, without confirming it, so that
 * the phone need not take it again. One try each: what does not arrive the phone takes anew.
 */
export async function sendAhead(options: SendAheadOptions): Promise<void> {
  const { api, held, createRequest, signal } = options;
  if (held.taken.size === 0) return;
  try {
    // A phone may have sent its own meanwhile: what was taken for that attempt is of no use to the next.
    held.useLock((await api.readProgress()).captureLock);
    if (held.taken.size === 0) return;
    const { targets, captureNonce } = await api.readUploadTargets();
    for (const target of targets) {
      const taken = held.taken.get(target.documentType);
      if (taken === undefined) continue;
      const capture = await joinCapture(taken, captureNonce);
      await uploadCapture({ target, capture, createRequest, signal, onProgress: () => undefined });
    }
  } catch {
    // Whatever is wrong shows where the code is asked for.
  }
}
