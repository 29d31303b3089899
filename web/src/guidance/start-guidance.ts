import type { PersonCapture } from '../../../contract/flow.js';
import type { CameraFrames } from '../capture/camera-frames.js';
import { advanceGuide, isShutterDue, startGuide, type Hint } from './guide-state.js';
import type { FrameReading } from './frame-reading.js';
import type { FrameReader } from './read-frames.js';

export interface GuidanceOptions {
  readonly video: HTMLVideoElement;
  readonly document: PersonCapture;
  readonly frames: Pick<CameraFrames, 'follow'>;
  readonly reader: FrameReader;
  /** The page's clock, which frames are dated by. */
  readonly now: () => number;
  readonly onHint: (hint: Hint | null, isGood: boolean) => void;
  /** The picture is to be taken now; called once, of a card alone. */
  readonly onShutter: () => void;
}

/** Frames do not come to the millisecond. */
const EARLY_MS = 8;

/**
 * Looks at frames as they come, one at a time: a slow device skips frames and never falls behind.
 * The answer ends it, and the reader with it.
 */
export function startGuidance(options: GuidanceOptions): () => void {
  const { video, document, reader, now } = options;
  let state = startGuide(now());
  let isBusy = false;
  let isOver = false;
  let nextAtMs = -Infinity;
  /** The camera has shown another frame meanwhile. */
  let hasNews = false;

  const look = async (): Promise<void> => {
    // A frame that cannot be drawn, as while the camera changes, is left out.
    const reading = await reader.read(video, document).catch(() => null);
    isBusy = false;
    if (isOver) return;
    if (reading !== null) tell(reading);
    if (hasNews) follow(now());
  };
  const tell = (reading: FrameReading): void => {
    state = advanceGuide(state, reading, now());
    options.onHint(state.shown, state.isGood);
    // What can be told of a face does not say that it is one.
    if (document !== 'KTP' || !isShutterDue(state)) return;
    stop();
    options.onShutter();
  };
  const follow = (atMs: number): void => {
    hasNews = isBusy;
    if (isOver || isBusy || atMs < nextAtMs) return;
    nextAtMs = atMs + reader.spacingMs - EARLY_MS;
    isBusy = true;
    void look();
  };
  const stopFollowing = options.frames.follow(follow);
  const stop = (): void => {
    isOver = true;
    stopFollowing();
    reader.stop();
  };
  return stop;
}
