import { createLumaCopier } from './copy-luma.js';
import { createSampleDrawer } from './draw-samples.js';
import type { FrameReading } from './frame-reading.js';
import { createFaceWatch, type WatchFaces } from '../faces/watch-faces.js';
import { samplePatch, sampleWhole } from './frame-samples.js';
import { judgeFrame, toGreySamples, type GreySamples } from './judge-frame.js';
import { sampleLuma } from './sample-luma.js';
import type {
  FacePortMessage,
  FrameMessage,
  ReadingMessage,
  ViewMessage,
} from './worker-messages.js';

/** Entry of the worker that looks at frames: one at a time, each answered in turn. */

const copyLuma = createLumaCopier();
const drawSamples = createSampleDrawer(() => new OffscreenCanvas(1, 1));
/** Of a selfie alone, and where it could be started. */
let watchFaces: WatchFaces = () => null;

globalThis.addEventListener('message', ({ data }: MessageEvent<FrameMessage | FacePortMessage>) => {
  if ('facePort' in data) watchFaces = createFaceWatch(data.facePort, () => performance.now());
  else void answer(data);
});

async function answer(message: FrameMessage): Promise<void> {
  const reading = 'pixels' in message ? judge(toGreySamples(message.pixels)) : await read(message);
  globalThis.postMessage(reading satisfies ReadingMessage);
}

async function read(message: ViewMessage): Promise<ReadingMessage> {
  const { picture } = message;
  try {
    const samples = (await copySamples(message)) ?? drawGrey(message);
    return samples === null ? null : judge(samples);
  } catch {
    return null;
  } finally {
    picture.close();
  }
}

function judge(samples: GreySamples): FrameReading {
  return judgeFrame(samples, samples.patch === null ? watchFaces(samples.whole) : null);
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
