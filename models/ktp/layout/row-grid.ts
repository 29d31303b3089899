import type { FoundLabel } from './find-labels.js';
import { ROWS, type Row } from './labels.js';
import { median } from './median.js';

export interface RowGrid {
  /** Distance between neighbouring rows in pixels. */
  readonly pitch: number;
  /** Middle of each row whose place is known. */
  readonly rows: ReadonlyMap<Row, number>;
}

/** The NIK stands apart; all rows below it follow each other evenly. */
const EVEN_ROWS: readonly Row[] = ROWS.filter((row) => row !== 'nik');
/** Line height ÷ pitch where no two labels tell the pitch: capitals and descenders fill 85 %. */
const PITCHES_PER_HEIGHT = 1.15;
/** A name in two lines may push the rows apart, so only an even gap tells where a row lies. */
const EVENNESS = 0.25;
/** Rows beyond the outermost label that are guessed from the pitch. */
const MAX_BEYOND = 2;
/** The same where at least `SURE_LABELS` labels tell the pitch well. */
const MAX_BEYOND_SURE = 5;
const SURE_LABELS = 4;

/** Rows by their labels; a row whose label was not read is placed between its neighbours. */
export function layOutRows(labels: readonly FoundLabel[]): RowGrid {
  const found = labels.filter(({ row }) => row !== 'nik');
  const known = found.map(({ row, line }) => ({ index: EVEN_ROWS.indexOf(row), y: line.y }));
  const pitch =
    estimatePitch(known) ??
    (median(labels.map(({ line }) => line.height)) ?? 0) * PITCHES_PER_HEIGHT;
  const rows = new Map<Row, number>(labels.map(({ row, line }) => [row, line.y]));
  for (const [index, row] of EVEN_ROWS.entries()) {
    if (rows.has(row)) continue;
    const y = inferRow(index, known, pitch);
    if (y !== undefined) rows.set(row, y);
  }
  return { pitch, rows };
}

interface KnownRow {
  readonly index: number;
  readonly y: number;
}

function estimatePitch(known: readonly KnownRow[]): number | undefined {
  return median(
    known.slice(1).map(({ index, y }, position) => {
      const before = known[position] ?? { index: index - 1, y };
      return (y - before.y) / (index - before.index);
    }),
  );
}

function inferRow(index: number, known: readonly KnownRow[], pitch: number): number | undefined {
  const above = known.findLast((row) => row.index < index);
  const below = known.find((row) => row.index > index);
  if (above !== undefined && below !== undefined) {
    const step = (below.y - above.y) / (below.index - above.index);
    const isEven = Math.abs(step - pitch) <= EVENNESS * pitch;
    return isEven ? above.y + step * (index - above.index) : undefined;
  }
  const nearest = above ?? below;
  const maxBeyond = known.length >= SURE_LABELS ? MAX_BEYOND_SURE : MAX_BEYOND;
  if (nearest === undefined || Math.abs(index - nearest.index) > maxBeyond) return undefined;
  return nearest.y + pitch * (index - nearest.index);
}
