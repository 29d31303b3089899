import type { Quad } from '../../image/homography.js';

/** Share of the card's width by which the two may differ at a corner. */
const AGREEING = 0.12;

/**
 * Of where the locator sees the card and where its print says that it lies. The locator knows cards
 * whose print stands elsewhere; print knows when the locator was far off.
 *
 * @param located `null` when the card was found by its text alone
 * @param told `null` when too little was read
 */
export function chooseOutline(located: Quad | null, told: Quad | null): Quad | null {
  if (located === null || told === null) return located ?? told;
  const [a, b] = told;
  const width = Math.hypot(b.x - a.x, b.y - a.y);
  const isAgreed = told.every((corner, index) => {
    const other = located[index] ?? corner;
    return Math.hypot(other.x - corner.x, other.y - corner.y) <= AGREEING * width;
  });
  return isAgreed ? located : told;
}
