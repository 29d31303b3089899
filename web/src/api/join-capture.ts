import { MAX_CAPTURE_BYTES } from '../../../contract/capture.js';
import { FrameSequenceError, joinFrames } from '../../../contract/frame-sequence.js';
import type { TakenCapture } from '../capture/taken-captures.js';

/**
 * What is sent of a capture: the still with its frames behind it. The still alone goes to a service
 * that answers no nonce, which knows nothing of frames, and wherever the frames cannot travel: a
 * picture without them can still be judged.
 */
export async function joinCapture(
  { still, frames }: TakenCapture,
  nonce: string | null,
): Promise<Blob> {
  if (nonce === null || frames.length === 0) return still;
  const [stillBytes, timed] = await Promise.all([
    readBytes(still),
    Promise.all(frames.map(async ({ jpeg, atMs }) => ({ jpeg: await readBytes(jpeg), atMs }))),
  ]);
  try {
    const joined = joinFrames({ still: stillBytes, frames: timed, nonce });
    return joined.length > MAX_CAPTURE_BYTES ? still : new Blob([joined], { type: still.type });
  } catch (error) {
    if (error instanceof FrameSequenceError) return still;
    throw error;
  }
}

async function readBytes(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
