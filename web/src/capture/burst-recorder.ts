import type { CameraFrames, GrabbedFrame } from './camera-frames.js';
import { collectFrames } from './collect-frames.js';
import { encodeBurst } from './encode-burst.js';
import { sampleFrames } from './sample-frames.js';
import type { TakenFrame } from './taken-captures.js';
import type { Wait } from '../wait.js';

/** Keeps the last moments of a camera at hand, so that a picture comes with what was before it. */
export interface BurstRecorder {
  /** Frames from before and after this moment; fewer where the camera stands still. */
  take(): Promise<readonly TakenFrame[]>;
  stop(): void;
}

export interface BurstOptions {
  readonly frames: CameraFrames;
  /** The page's clock, which frames are dated by. */
  readonly now: () => number;
  readonly wait: Wait;
}

/** At 30 frames a second every fourth is kept, at 15 every second: 133 ms, half a second in all. */
const SPACING_MS = 110;
const BEFORE = 2;
const AFTER = 2;
/** A frame younger than this may be the very one that the still shows. */
const APART_FROM_STILL_MS = 50;
/** For two more frames; a camera that shows none meanwhile does not hold the person up. */
const PATIENCE_MS = 600;

export function startBurstRecorder({ frames, now, wait }: BurstOptions): BurstRecorder {
  let recent: GrabbedFrame[] = [];
  const stopSampling = sampleFrames({
    frames,
    spacingMs: SPACING_MS,
    onSample: (frame) => {
      recent.push(frame);
      // One more than is wanted, since the youngest may be too close to the still.
      for (const old of recent.splice(0, recent.length - BEFORE - 1)) old.release();
    },
  });
  const stop = (): void => {
    stopSampling();
    for (const frame of recent) frame.release();
    recent = [];
  };

  return {
    stop,
    async take() {
      const takenAtMs = now();
      const before = recent
        .filter(({ shownAtMs }) => takenAtMs - shownAtMs >= APART_FROM_STILL_MS)
        .slice(-BEFORE);
      recent = recent.filter((frame) => !before.includes(frame));
      stop();
      const after = await collectFrames({
        frames,
        spacingMs: SPACING_MS,
        notBeforeMs: takenAtMs + SPACING_MS,
        count: AFTER,
        until: wait(PATIENCE_MS),
      });
      return encodeBurst([...before, ...after]);
    },
  };
}
