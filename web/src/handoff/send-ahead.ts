import type { CaptureApi } from '../api/capture-api.js';
import { joinCapture } from '../api/join-capture.js';
import { uploadCapture } from '../api/upload-capture.js';
import type { TakenCaptures } from '../capture/taken-captures.js';

export interface SendAheadOptions {
  readonly api: Pick<CaptureApi, 'readUploadTargets'>;
  readonly captures: TakenCaptures;
  readonly createRequest: () => XMLHttpRequest;
  readonly signal: AbortSignal;
}

/**
 * Uploads what was taken on the desktop before its camera was gone, without confirming it, so that
 * the phone need not take it again. One try each: what does not arrive the phone takes anew.
 */
export async function sendAhead(options: SendAheadOptions): Promise<void> {
  const { api, captures, createRequest, signal } = options;
  if (captures.size === 0) return;
  try {
    const { targets, captureNonce } = await api.readUploadTargets();
    for (const target of targets) {
      const taken = captures.get(target.documentType);
      if (taken === undefined) continue;
      const capture = await joinCapture(taken, captureNonce);
      await uploadCapture({ target, capture, createRequest, signal, onProgress: () => undefined });
    }
  } catch {
    // Whatever is wrong shows where the code is asked for.
  }
}
