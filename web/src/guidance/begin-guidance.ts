import { createCameraFrames } from '../capture/camera-frames.js';
import { wholeFrame } from '../capture/frame-geometry.js';
import { createFrameReader } from './read-frames.js';
import { startGuidance, type GuidanceOptions } from './start-guidance.js';

/** Guidance with what this browser has. */
export function beginGuidance(
  options: Pick<GuidanceOptions, 'video' | 'document' | 'onHint' | 'onShutter'>,
): () => void {
  return startGuidance({
    ...options,
    frames: createCameraFrames(options.video, wholeFrame),
    now: () => performance.now(),
    reader: createFrameReader({
      // Built as one classic script: browsers that know no module workers leave `type` out.
      createWorker: () =>
        new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module' }),
      createCanvas: () => document.createElement('canvas'),
      canWorkerDraw: typeof OffscreenCanvas === 'function' && 'createImageBitmap' in globalThis,
      createFaceWorker:
        options.document === 'SELFIE'
          ? () =>
              new Worker(new URL('../faces/face-worker.ts', import.meta.url), { type: 'module' })
          : null,
    }),
  });
}
