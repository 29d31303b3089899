import type { CameraFrames, GrabbedFrame } from './camera-frames.js';

export interface SampleOptions {
  readonly frames: CameraFrames;
  /** Least time between two that are kept, in milliseconds. */
  readonly spacingMs: number;
  /** On the page's clock: none that was shown before it is kept. */
  readonly notBeforeMs?: number;
  readonly onSample: (frame: GrabbedFrame) => void;
}

/** Keeps one frame now and then. The answer ends it. */
export function sampleFrames(options: SampleOptions): () => void {
  const { frames, spacingMs, onSample } = options;
  let nextAtMs = options.notBeforeMs ?? -Infinity;
  return frames.follow((shownAtMs) => {
    if (shownAtMs < nextAtMs) return;
    nextAtMs = shownAtMs + spacingMs;
    onSample(frames.grab(shownAtMs));
  });
}
