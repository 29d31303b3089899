import { MAX_FRAMES } from '../../../contract/frame-sequence.js';
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
  /** Move; `share`, 0 to 1, has been recorded. */
  | { readonly name: 'ACTING'; readonly share: number }
  /** Enough was seen. */
  | { readonly name: 'RECORDED' };

export interface RecordingOptions {
  readonly frames: CameraFrames;
  readonly takeStill: () => Promise<Blob>;
  readonly onPhase: (phase: RecordingPhase) => void;
  readonly wait: Wait;
  /** Aborted when the picture or the person goes. */
  readonly signal: AbortSignal;
}

/** To take the position and to read once more what is asked. */
const COUNTDOWN_SECONDS = 3;
/** At 30 frames a second every eighth: 2.9 s in all. A head is turned in about one. */
const SPACING_MS = 260;
/** A camera that shows less than two frames a second cannot tell a blink from none. */
const PATIENCE_MS = 6_000;

/**
 * Counts down, takes the still while the person looks straight ahead, then records the movement.
 * `null` when it was aborted.
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
  onPhase({ name: 'ACTING', share: 0 });
  const [still, grabbed] = await Promise.all([takeStill(), recordFrames(options)]);
  if (grabbed.length < MAX_FRAMES) {
    for (const frame of grabbed) frame.release();
    if (signal.aborted) return null;
    throw new CameraError('CameraBusy');
  }
  onPhase({ name: 'RECORDED' });
  return { still, frames: await encodeBurst(grabbed) };
}

/** Fewer than all where the camera stands still or the recording is aborted. */
function recordFrames(options: RecordingOptions): Promise<readonly GrabbedFrame[]> {
  const { frames, onPhase, wait, signal } = options;
  const isAborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
  return collectFrames({
    frames,
    spacingMs: SPACING_MS,
    count: MAX_FRAMES,
    until: Promise.race([isAborted, wait(PATIENCE_MS)]),
    onCollected: (count) => {
      onPhase({ name: 'ACTING', share: count / MAX_FRAMES });
    },
  });
}
