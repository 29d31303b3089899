import { pointAt, type Corners } from './corners.js';
import type { GreyFrame } from './grey-frame.js';
import { levelAt } from './level-at.js';
import { median } from './median.js';

/**
 * Places of a card, in fields six across and nine down, that have print on every one: labels and the
 * beginnings of values. Whatever lies over them, a finger of any colour or a paper, has none.
 */
const PRINTED = [
  '#..###',
  '#...##',
  '##.###',
  '#..##.',
  '.#.##.',
  '#..##.',
  '##.##.',
  '##....',
] as const;
/** Where the fields lie, as shares of the card. */
const FIELDS = { left: 0.03, top: 0.2, width: 0.07, height: 0.08 } as const;
/** Points looked at of a field, across and down. */
const [ACROSS, DOWN] = [9, 6] as const;
/** From one point to the two whose levels are compared, as a share of the card's width. */
const BESIDE = 1 / 128;
/** Of what fields show in the middle: less is no print. Wear, folds and shadows leave more. */
const LEAST_PRINT = 0.3;
/** Fields without print. Cards that lie free have 3 at most; a thumb on their values leaves up to 9. */
const MOST_BARE = 3;
/** The same of a card that lies upside down, which is not mistaken for a covered one. */
const MOST_BARE_TURNED = 1;

/** Upper left corners of the fields that have print on every card, in shares of the card. */
const PRINTED_FIELDS = PRINTED.flatMap((row, down) =>
  Array.from(row).flatMap((field, across) =>
    field === '#'
      ? [{ left: FIELDS.left + across * FIELDS.width, top: FIELDS.top + down * FIELDS.height }]
      : [],
  ),
);

/** Whether a card lacks print where every card has some: something lies on it, of whatever brightness. */
export function lacksPrint(frame: GreyFrame, corners: Corners): boolean {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = corners;
  if (countBare(frame, corners) <= MOST_BARE) return false;
  return countBare(frame, [lowerRight, lowerLeft, upperLeft, upperRight]) > MOST_BARE_TURNED;
}

function countBare(frame: GreyFrame, corners: Corners): number {
  const prints = PRINTED_FIELDS.map(({ left, top }) => measurePrint(frame, corners, left, top));
  const middle = median(prints) ?? 0;
  return prints.filter((print) => print < LEAST_PRINT * middle).length;
}

/** How much a field changes from left to right, as a share of its light. */
function measurePrint(frame: GreyFrame, corners: Corners, left: number, top: number): number {
  let [change, light] = [0, 0];
  for (let row = 0; row < DOWN; row += 1) {
    const y = top + ((row + 0.5) / DOWN) * FIELDS.height;
    for (let column = 0; column < ACROSS; column += 1) {
      const x = left + ((column + 0.5) / ACROSS) * FIELDS.width;
      const [before, after] = [
        levelAt(frame, pointAt(corners, x - BESIDE, y)) ?? 0,
        levelAt(frame, pointAt(corners, x + BESIDE, y)) ?? 0,
      ];
      change += Math.abs(after - before);
      light += (before + after) / 2;
    }
  }
  return change / Math.max(1, light);
}
