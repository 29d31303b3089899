import type { TextLine } from '../card/text-line.js';
import { findDate } from './calendar-date.js';
import { lettersOf } from './closed-lists.js';
import type { RowGrid } from './row-grid.js';

interface Issue {
  readonly dateOfIssue: TextLine | null;
  readonly placeOfIssue: TextLine | null;
}

/** Line heights between the value column and the place under the portrait, at least. */
const MIN_DISTANCE = 6;
/** The place stands one row above the date. */
const MAX_ROWS_ABOVE = 1.6;

/** Place and date of issue: a date right of the values, and the line above it. */
export function findIssue(
  lines: readonly TextLine[],
  { pitch, rows }: RowGrid,
  valueColumn: number,
): Issue {
  const birthY = rows.get('birth') ?? -Infinity;
  const right = lines.filter((line) => line.left > valueColumn + MIN_DISTANCE * line.height);
  const dateOfIssue = right
    .filter(({ reading, y }) => isBareDate(reading.text) && y > birthY + pitch)
    .reduce<TextLine | null>((best, line) => (best && best.left > line.left ? best : line), null);
  if (dateOfIssue === null) return { dateOfIssue, placeOfIssue: null };
  const placeOfIssue = right
    .filter((line) => isAbove(line, dateOfIssue, pitch) && lettersOf(line.reading.text).length >= 2)
    .reduce<TextLine | null>((best, line) => (best && best.y > line.y ? best : line), null);
  return { dateOfIssue, placeOfIssue };
}

function isBareDate(text: string): boolean {
  const date = findDate(text);
  return date !== null && text.length - (date.end - date.start) <= 3;
}

function isAbove(line: TextLine, date: TextLine, pitch: number): boolean {
  const overlap = Math.min(line.right, date.right) - Math.max(line.left, date.left);
  const distance = date.y - line.y;
  return overlap > 0 && distance > pitch / 2 && distance < MAX_ROWS_ABOVE * pitch;
}
