import { CARD } from '../card/card-layout.js';
import type { PrintedPiece } from '../lines/list-printed-rows.js';

/** Print that is read as one line: left, right, middle and height of its capitals, in shares of the card. */
export interface PrintedRun {
  readonly left: number;
  readonly right: number;
  readonly centreY: number;
  readonly capHeight: number;
}

/** Of a row, each label, and each value with its colon: a lone dash or letter is hardly seen without. */
export function listRuns(row: readonly PrintedPiece[]): PrintedRun[] {
  const runs: PrintedPiece[][] = [];
  for (const piece of row) {
    const current = runs.at(-1);
    const isValue = current?.length === 1 && current[0]?.text === ':';
    if (current !== undefined && isValue) current.push(piece);
    else runs.push([piece]);
  }
  return runs.flatMap((pieces) => {
    const [first] = pieces;
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return [];
    const [left, right] = [first.left / CARD.width, last.right / CARD.width];
    const { centreY, capHeight } = last;
    return [{ left, right, centreY: centreY / CARD.height, capHeight: capHeight / CARD.height }];
  });
}
