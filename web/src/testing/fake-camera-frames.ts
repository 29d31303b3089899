import type { CameraFrames } from '../capture/camera-frames.js';

/** Plays a camera: `show` lets it show a frame at a time of the page's clock. */
export interface FakeCameraFrames extends CameraFrames {
  show(atMs: number): void;
  /** Shows a frame every `everyMs` from one time up to another. */
  showThrough(fromMs: number, toMs: number, everyMs: number): void;
  /** Copies that were made and not given back. */
  readonly held: ReadonlySet<number>;
}

/** The JPEG of a frame is the text of its time. */
export function createFakeCameraFrames(): FakeCameraFrames {
  const listeners = new Set<(shownAtMs: number) => void>();
  const held = new Set<number>();
  const show = (atMs: number): void => {
    for (const listener of [...listeners]) listener(atMs);
  };
  return {
    held,
    show,
    showThrough(fromMs, toMs, everyMs) {
      for (let atMs = fromMs; atMs <= toMs; atMs += everyMs) show(atMs);
    },
    follow(onFrame) {
      listeners.add(onFrame);
      return () => {
        listeners.delete(onFrame);
      };
    },
    grab(shownAtMs) {
      held.add(shownAtMs);
      return {
        shownAtMs,
        encode: () => Promise.resolve(new Blob([String(shownAtMs)])),
        release: () => held.delete(shownAtMs),
      };
    },
  };
}
