import type { Wait } from '../wait.js';
import { CameraError, type Camera, type Facing } from './camera.js';

/**
 * Between tries at a camera that is busy. Phones need a moment to let go of the camera of the card
 * before the one of the selfie opens, and after another app had it.
 */
const PAUSES_MS: readonly number[] = [300, 900, 2_000];

/**
 * Opens the camera; one that is busy is tried again a few times.
 *
 * @param isWanted false once nobody waits for it any more
 * @throws CameraError, DOMException AbortError when it is no longer wanted
 */
export async function openPatiently(
  camera: Camera,
  facing: Facing,
  { wait, isWanted }: { readonly wait: Wait; readonly isWanted: () => boolean },
): Promise<MediaStream> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await camera.open(facing);
    } catch (error) {
      if (!(error instanceof CameraError) || error.problem !== 'CameraBusy') throw error;
    }
    await wait(pauseMs);
    if (!isWanted()) throw new DOMException('The camera is no longer wanted.', 'AbortError');
  }
  return camera.open(facing);
}
