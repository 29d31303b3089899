import type { TimedFrame } from './timed-frame.js';

/** More pictures than this cost time and change little. */
const MAX_FRAMES = 4;

/**
 * Milliseconds from the first frame on that count as around the shutter. Later the head turns, where
 * a challenge was asked for, and the network knows frontal faces alone.
 */
const AROUND_SHUTTER_MS = 800;

/** Frames spread over the time around the shutter, the first and the last among them. */
export function chooseFrames(burst: readonly TimedFrame[]): TimedFrame[] {
  const start = burst[0]?.atMs ?? 0;
  const frames = burst.filter(({ atMs }) => isAroundShutter(atMs, start));
  if (frames.length <= MAX_FRAMES) return frames;
  return Array.from({ length: MAX_FRAMES }, (_, index) => {
    const at = Math.round((index * (frames.length - 1)) / (MAX_FRAMES - 1));
    return frames[at];
  }).filter((frame) => frame !== undefined);
}

/** @param startMs of the first frame */
export function isAroundShutter(atMs: number, startMs: number): boolean {
  return atMs - startMs <= AROUND_SHUTTER_MS;
}
