import type { TimedFrame } from './timed-frame.js';

/** More pictures than this cost time and change little. */
const MAX_FRAMES = 4;

/** Frames spread over the whole burst, the first and the last among them. */
export function chooseFrames(frames: readonly TimedFrame[]): TimedFrame[] {
  if (frames.length <= MAX_FRAMES) return [...frames];
  return Array.from({ length: MAX_FRAMES }, (_, index) => {
    const at = Math.round((index * (frames.length - 1)) / (MAX_FRAMES - 1));
    return frames[at];
  }).filter((frame) => frame !== undefined);
}
