import { wholeFrame } from '../capture/frame-geometry.js';
import { createSampleDrawer } from './draw-samples.js';
import { createFaceFinder } from './find-faces.js';
import type { FoundFace } from './judge-face-frame.js';
import { judgeFrame } from './judge-frame.js';
import type { FrameMessage, ReadingMessage } from './worker-messages.js';

/** Entry of the worker that looks at frames: one at a time, each answered in turn. */

const drawSamples = createSampleDrawer(() => new OffscreenCanvas(1, 1));
const findFaces = createFaceFinder(globalThis);

globalThis.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
  void answer(data);
});

async function answer(message: FrameMessage): Promise<void> {
  const reading = 'pixels' in message ? judgeFrame(message.pixels, null) : await read(message);
  globalThis.postMessage(reading satisfies ReadingMessage);
}

type BitmapMessage = Extract<FrameMessage, { bitmap: ImageBitmap }>;

async function read({ bitmap, document }: BitmapMessage): Promise<ReadingMessage> {
  try {
    const pixels = drawSamples(bitmap, wholeFrame(bitmap), document);
    if (pixels === null) return null;
    const faces: readonly FoundFace[] | null =
      document === 'SELFIE' ? await findFaces(bitmap) : null;
    return judgeFrame(pixels, faces);
  } catch {
    return null;
  } finally {
    bitmap.close();
  }
}
