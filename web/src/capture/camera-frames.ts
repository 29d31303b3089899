import { drawFrame, type DrawnFrame } from './draw-frame.js';
import type { Region, Size } from './frame-geometry.js';

export interface GrabbedFrame extends DrawnFrame {
  /** On the page's clock, in milliseconds. */
  readonly shownAtMs: number;
}

/** What a camera shows, frame by frame. */
export interface CameraFrames {
  /** Calls back with each frame that the camera newly shows, until the answer is called. */
  follow(onFrame: (shownAtMs: number) => void): () => void;
  /** Copies the frame that is shown now. */
  grab(shownAtMs: number): GrabbedFrame;
}

/** The frames of a `<video>`. `chooseRegion` says how much of one is kept, as of the still. */
export function createCameraFrames(
  video: HTMLVideoElement,
  chooseRegion: (frame: Size) => Region,
): CameraFrames {
  return {
    follow: (onFrame) => followVideo(video, onFrame),
    grab(shownAtMs) {
      const frame = { width: video.videoWidth, height: video.videoHeight };
      return { shownAtMs, ...drawFrame(video, chooseRegion(frame)) };
    },
  };
}

/**
 * A camera in poor light shows fewer frames than the screen. Where the browser does not tell which
 * are new (Safari below 15.4, Firefox below 132) each of the screen counts: two alike are possible.
 */
function followVideo(video: HTMLVideoElement, onFrame: (shownAtMs: number) => void): () => void {
  let isOver = false;
  const next = (): void => {
    const goOn = (now: number): void => {
      if (isOver) return;
      onFrame(now);
      next();
    };
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(goOn);
    else requestAnimationFrame(goOn);
  };
  next();
  return () => {
    isOver = true;
  };
}
