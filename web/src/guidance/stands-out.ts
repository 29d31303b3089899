import { pointAt, type Corners } from './corners.js';
import type { GreyFrame } from './grey-frame.js';
import { levelAt } from './level-at.js';
import { median } from './median.js';

/** How far outside the sides is looked, and how deep inside, as shares of the card. */
const BESIDE = 0.06;
/** Of the brighter of the two: less is the same paper on both sides of a printed line. */
const LEAST_DIFFERENCE = 0.1;
const PLACES = 24;

/** Whether what lies around four corners differs in brightness from what lies inside them. */
export function standsOut(frame: GreyFrame, corners: Corners): boolean {
  const inside = middleAlong(frame, corners, BESIDE);
  const outside = middleAlong(frame, corners, -BESIDE);
  if (inside === null || outside === null) return false;
  return Math.abs(inside - outside) >= LEAST_DIFFERENCE * Math.max(inside, outside, 1);
}

/** The middle level along all four sides, so far inside them. */
function middleAlong(frame: GreyFrame, corners: Corners, depth: number) {
  const levels: number[] = [];
  for (let place = 0; place < PLACES; place += 1) {
    const along = (place + 0.5) / PLACES;
    for (const [across, down] of [
      [along, depth],
      [along, 1 - depth],
      [depth, along],
      [1 - depth, along],
    ] as const) {
      const level = levelAt(frame, pointAt(corners, across, down));
      if (level !== null) levels.push(level);
    }
  }
  return median(levels) ?? null;
}
