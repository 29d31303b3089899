import { BLOCK, type CardBlocks } from './card-blocks.js';

/** A stretch of the straightened card in its pixels. */
export interface CardZone {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Share of a zone's width over which its text would be lost: a column of blocks counts when half of
 * it is covered.
 *
 * @param isCovered one entry a block of the card, 1 where nothing can be read
 */
export function measureCoverage(
  { columns, rows }: Pick<CardBlocks, 'columns' | 'rows'>,
  isCovered: Uint8Array,
  zone: CardZone,
): number {
  const firstColumn = Math.max(Math.floor(zone.left / BLOCK), 0);
  const endColumn = Math.min(Math.ceil(zone.right / BLOCK), columns);
  const firstRow = Math.max(Math.round(zone.top / BLOCK), 0);
  const endRow = Math.min(Math.max(Math.round(zone.bottom / BLOCK), firstRow + 1), rows);
  if (endColumn <= firstColumn || endRow <= firstRow) return 0;
  let lost = 0;
  for (let column = firstColumn; column < endColumn; column += 1) {
    let covered = 0;
    for (let row = firstRow; row < endRow; row += 1)
      covered += isCovered[row * columns + column] ?? 0;
    if (covered * 2 >= endRow - firstRow) lost += 1;
  }
  return lost / (endColumn - firstColumn);
}

/** Keeps only what is solid: blocks of some three-by-three square that is marked all over. */
export function keepSolid(
  { columns, rows }: Pick<CardBlocks, 'columns' | 'rows'>,
  marked: Uint8Array,
): Uint8Array {
  const solid = new Uint8Array(marked.length);
  for (let row = 1; row < rows - 1; row += 1) {
    for (let column = 1; column < columns - 1; column += 1) {
      const middle = row * columns + column;
      let count = 0;
      for (const offset of [-columns, 0, columns])
        for (let side = -1; side <= 1; side += 1) count += marked[middle + offset + side] ?? 0;
      if (count < 9) continue;
      for (const offset of [-columns, 0, columns])
        solid.fill(1, middle + offset - 1, middle + offset + 2);
    }
  }
  return solid;
}
