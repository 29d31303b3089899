import { createLumaCopier } from './copy-luma.js';
import { createSampleDrawer } from './draw-samples.js';
import { createFaceFinder } from './find-faces.js';
import { samplePatch, sampleWhole } from './frame-samples.js';
import { judgeFrame, toGreySamples, type GreySamples } from './judge-frame.js';
import { sampleLuma } from './sample-luma.js';
import type { FrameMessage, ReadingMessage, ViewMessage } from './worker-messages.js';

/** Entry of the worker that looks at frames: one at a time, each answered in turn. */

const copyLuma = createLumaCopier();
const drawSamples = createSampleDrawer(() => new OffscreenCanvas(1, 1));
const findFaces = createFaceFinder(globalThis);

globalThis.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
  void answer(data);
});

async function answer(message: FrameMessage): Promise<void> {
  const reading =
    'pixels' in message ? judgeFrame(toGreySamples(message.pixels), null) : await read(message);
  globalThis.postMessage(reading satisfies ReadingMessage);
}

async function read(message: ViewMessage): Promise<ReadingMessage> {
  const { picture, document } = message;
  try {
    const samples = (await copySamples(message)) ?? drawGrey(message);
    if (samples === null) return null;
    const isFace = document === 'SELFIE' && 'width' in picture;
    return judgeFrame(samples, isFace ? await findFaces(picture) : null);
  } catch {
    return null;
  } finally {
    picture.close();
  }
}

/** The brightness that the camera's own frame carries is looked at without drawing anything. */
async function copySamples({ picture, view, document }: ViewMessage): Promise<GreySamples | null> {
  if (!('copyTo' in picture)) return null;
  const plane = await copyLuma(picture, view).catch(() => null);
  if (plane === null) return null;
  const patch = samplePatch(view, document);
  return {
    whole: sampleLuma(plane, sampleWhole(view)),
    patch: patch === null ? null : sampleLuma(plane, patch),
  };
}

function drawGrey({ picture, view, document }: ViewMessage): GreySamples | null {
  const pixels = drawSamples(picture, view, document);
  return pixels === null ? null : toGreySamples(pixels);
}
