import type { TextLine } from '../../card/text-line.js';
import type { Slot } from './card-slots.js';
import type { FoundLabel } from './find-labels.js';
import { findBloodLabel, matchLabel, type Row } from './labels.js';
import type { RowGrid } from './row-grid.js';

interface Body {
  readonly labels: readonly FoundLabel[];
  /** The lines below the header that are neither labels nor under the portrait. */
  readonly lines: readonly TextLine[];
  readonly grid: RowGrid;
  /** Left edge of the values. */
  readonly column: number;
}

/** Rows away from a row's middle at which a line still belongs to it. */
const MAX_OFF_ROW = 0.6;
/** Line heights; the first part of a value starts this near to the column. */
const COLUMN_TOLERANCE = 6;
/** Line heights between two parts of one value. */
const MAX_GAP = 3;
/** Values that are printed on two lines when they are long. */
const TWO_LINE_ROWS: ReadonlySet<Row> = new Set<Row>(['name', 'address', 'occupation']);

/** The lines of each labelled row, and of the blood type that shares one. */
export function fillRows(body: Body): Map<Slot, readonly TextLine[]> {
  const { labels, lines, grid, column } = body;
  const rows = new Map<Row, TextLine[]>();
  const loose: TextLine[] = [];
  for (const line of lines) {
    if (line.left < column - COLUMN_TOLERANCE * line.height) continue;
    const row = nearestRow(line, grid);
    if (row === null) loose.push(line);
    else rows.set(row, [...(rows.get(row) ?? []), line]);
  }
  for (const { row, line, hasValue } of labels) {
    const beside = rows.get(row) ?? [];
    // A glyph more than the label's is a misread one when the line ends before the values begin.
    if (hasValue && (beside.length === 0 || line.right > column)) rows.set(row, [line, ...beside]);
  }
  const slots = new Map<Slot, readonly TextLine[]>();
  for (const [row, found] of rows) {
    for (const [slot, part] of splitRow(row, found, column)) slots.set(slot, part);
  }
  return addSecondLines(slots, loose, body);
}

function nearestRow(line: TextLine, { rows, pitch }: RowGrid): Row | null {
  let best: { row: Row; distance: number } | null = null;
  for (const [row, y] of rows) {
    const distance = Math.abs(line.y - y);
    if (distance <= MAX_OFF_ROW * pitch && distance < (best?.distance ?? Infinity)) {
      best = { row, distance };
    }
  }
  return best?.row ?? null;
}

/** Keeps what runs on from the column without a wide gap, and parts off the blood type. */
function splitRow(row: Row, lines: readonly TextLine[], column: number): [Slot, TextLine[]][] {
  const blood = lines.find(({ reading }) => matchLabel(reading.text)?.label === 'bloodType');
  const isBlood = (line: TextLine) => blood !== undefined && line.left >= blood.left;
  const value = keepConnected(
    lines.filter((line) => !isBlood(line)),
    column,
  );
  const parts: [Slot, TextLine[]][] = value.length === 0 ? [] : [[row, value]];
  if (row !== 'gender') return parts;
  if (blood !== undefined)
    return [...parts, ['bloodType', keepConnected(lines.filter(isBlood), blood.left)]];
  const glued = value.find(({ reading }) => findBloodLabel(reading.text) !== null);
  return glued === undefined ? parts : [...parts, ['bloodType', [glued]]];
}

/** Confidence below which a glyph or two are the pattern of the paper. */
const MIN_FRAGMENT = 0.5;

function isSpeck({ reading }: TextLine): boolean {
  return reading.text.trim().length <= 2 && reading.confidence < MIN_FRAGMENT;
}

function keepConnected(lines: readonly TextLine[], column: number): TextLine[] {
  const kept: TextLine[] = [];
  for (const line of [...lines].sort((a, b) => a.left - b.left)) {
    if (isSpeck(line)) continue;
    const isFirst = kept.length === 0 && line.left <= column + COLUMN_TOLERANCE * line.height;
    const isNext = kept.some(({ right }) => line.left - right <= MAX_GAP * line.height);
    if (isFirst || isNext) kept.push(line);
  }
  return inReadingOrder(kept);
}

/** A long value squeezed into two lines of one row reads from the upper to the lower. */
function inReadingOrder(lines: readonly TextLine[]): TextLine[] {
  const top = Math.min(...lines.map(({ y }) => y));
  const depth = (line: TextLine) => Math.floor((line.y - top) / (line.height / 2));
  return [...lines].sort((a, b) => depth(a) - depth(b) || a.left - b.left);
}

/** A line in the value column between two rows continues the value above it. */
function addSecondLines(
  slots: Map<Slot, readonly TextLine[]>,
  loose: readonly TextLine[],
  { labels, grid, column }: Body,
): Map<Slot, readonly TextLine[]> {
  const { rows, pitch } = grid;
  const hasNameLabel = labels.some(({ row }) => row === 'name');
  for (const line of [...loose].sort((a, b) => a.y - b.y)) {
    const isInColumn = Math.abs(line.left - column) <= (COLUMN_TOLERANCE * line.height) / 2;
    const above = [...rows].filter(([, y]) => y < line.y).sort((a, b) => b[1] - a[1])[0];
    if (!isInColumn || above === undefined) continue;
    // Rows are placed by the labels below: of a name in two lines that is where the second stands.
    if (
      above[0] === 'nik' &&
      !hasNameLabel &&
      (rows.get('name') ?? Infinity) - line.y < 1.5 * pitch
    ) {
      slots.set('name', [line, ...(slots.get('name') ?? [])]);
      continue;
    }
    if (line.y - above[1] > 1.5 * pitch) continue;
    if (TWO_LINE_ROWS.has(above[0])) slots.set(above[0], [...(slots.get(above[0]) ?? []), line]);
  }
  return slots;
}
