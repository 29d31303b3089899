import type { GrabbedFrame } from './camera-frames.js';
import type { TakenFrame } from './taken-captures.js';

/** The JPEGs of frames in their order, with the times between them. The copies are given back. */
export async function encodeBurst(
  grabbed: readonly GrabbedFrame[],
): Promise<readonly TakenFrame[]> {
  const [first] = grabbed;
  if (first === undefined) return [];
  try {
    const jpegs = await Promise.all(grabbed.map((frame) => frame.encode()));
    return grabbed.flatMap(({ shownAtMs }, index) => {
      const jpeg = jpegs[index];
      return jpeg === undefined ? [] : [{ jpeg, atMs: Math.round(shownAtMs - first.shownAtMs) }];
    });
  } finally {
    for (const frame of grabbed) frame.release();
  }
}
