import { ANSWER_SPACING_MS, countAnswerFrames } from '../../../contract/challenge.js';
import type { CameraFrames, GrabbedFrame } from '../capture/camera-frames.js';
import { CameraError } from '../capture/camera.js';
import { collectFrames } from '../capture/collect-frames.js';
import { encodeBurst } from '../capture/encode-burst.js';
import type { TakenCapture } from '../capture/taken-captures.js';
import type { Wait } from '../wait.js';

/** What the person is shown while a challenge is recorded. */
export type RecordingPhase =
  /** Look straight ahead; the movement begins in so many seconds. */
  | { readonly name: 'COUNTDOWN'; readonly secondsLeft: number }
  /** Make the movement with this number, from 0; `share`, 0 to 1, of all of them has been recorded. */
  | { readonly name: 'ACTING'; readonly movement: number; readonly share: number }
  /** Enough was seen. */
  | { readonly name: 'RECORDED' };

export interface RecordingOptions {
  /** How many movements are asked for, one after the other. */
  readonly movements: number;
  readonly frames: CameraFrames;
  readonly takeStill: () => Promise<Blob>;
  readonly onPhase: (phase: RecordingPhase) => void;
  readonly wait: Wait;
  /** Aborted when the picture or the person goes. */
  readonly signal: AbortSignal;
}

/** To take the position and to read once more what is asked. */
const COUNTDOWN_SECONDS = 3;
/** For each movement. A camera that shows less than two frames a second cannot tell a blink from none. */
const PATIENCE_MS = 6_000;

/**
 * Counts down, takes the still while the person looks straight ahead, then records the movements in one
 * piece. `null` when it was aborted.
 *
 * @throws CameraError CameraBusy when the camera stands still, UnreadablePictureError
 */
export async function recordChallenge(options: RecordingOptions): Promise<TakenCapture | null> {
  const { onPhase, wait, signal, takeStill } = options;
  for (let secondsLeft = COUNTDOWN_SECONDS; secondsLeft > 0; secondsLeft -= 1) {
    onPhase({ name: 'COUNTDOWN', secondsLeft });
    await wait(1_000);
    if (signal.aborted) return null;
  }
  onPhase({ name: 'ACTING', movement: 0, share: 0 });
  const takingStill = takeStill();
  const grabbed = await recordFrames(options, takingStill);
  try {
    const still = await takingStill;
    if (grabbed.length < countAnswerFrames(options.movements)) {
      if (signal.aborted) return null;
      throw new CameraError('CameraBusy');
    }
    onPhase({ name: 'RECORDED' });
    return { still, frames: await encodeBurst(grabbed) };
  } finally {
    for (const frame of grabbed) frame.release();
  }
}

/** Fewer than all where the camera stands still, the recording is aborted or the still fails. */
function recordFrames(
  options: RecordingOptions,
  takingStill: Promise<unknown>,
): Promise<readonly GrabbedFrame[]> {
  const { frames, movements, onPhase, wait, signal } = options;
  const count = countAnswerFrames(movements);
  const isAborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
  const isFailed = new Promise<void>((resolve) => {
    takingStill.catch(() => {
      resolve();
    });
  });
  return collectFrames({
    frames,
    spacingMs: ANSWER_SPACING_MS,
    count,
    until: Promise.race([isAborted, isFailed, wait(PATIENCE_MS * movements)]),
    onCollected: (collected) => {
      const movement = Math.min(Math.floor((collected * movements) / count), movements - 1);
      onPhase({ name: 'ACTING', movement, share: collected / count });
    },
  });
}
