import type { Wait } from '../wait.js';

/** What iOS and WebViews need before they play a camera in the page, and silently. */
export function prepareVideo(video: HTMLVideoElement): void {
  // The attributes and not only the properties: older Safari looks at nothing else.
  video.setAttribute('playsinline', '');
  video.setAttribute('muted', '');
  video.muted = true;
}

/**
 * Plays the camera. `false` where the browser wants a press first: iOS in low power mode, WebViews
 * whose app asks for a gesture.
 */
export async function playVideo(video: HTMLVideoElement): Promise<boolean> {
  try {
    await video.play();
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'NotAllowedError') return false;
    throw error;
  }
}

const LOOK_EVERY_MS = 50;
/** Cold cameras of cheap phones take some two seconds. */
const PATIENCE_MS = 5_000;

/**
 * Waits until there is a picture with a size: Android WebViews play an empty stream at first, and
 * iOS one of 0 × 0. `false` when none has come.
 */
export async function awaitPicture(
  video: HTMLVideoElement,
  { wait, isWanted }: { readonly wait: Wait; readonly isWanted: () => boolean },
): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= PATIENCE_MS; waitedMs += LOOK_EVERY_MS) {
    if (!isWanted()) return false;
    // HAVE_CURRENT_DATA
    if (video.readyState >= 2 && video.videoWidth > 0) return true;
    await wait(LOOK_EVERY_MS);
  }
  return false;
}
