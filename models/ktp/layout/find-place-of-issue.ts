import type { TextLine } from '../../card/text-line.js';
import { findDate } from '../fields/calendar-date.js';
import { lettersOf } from '../spelling/closed-lists.js';
import type { RowGrid } from './row-grid.js';

interface Issue {
  readonly dateOfIssue: TextLine | null;
  readonly placeOfIssue: TextLine | null;
}

/** Line heights between the value column and the place under the portrait, at least. */
const MIN_DISTANCE = 6;
/** The place stands one row above the date. */
const MAX_ROWS_ABOVE = 1.6;

/** Rows below the date of birth between which the two lines stand; cards differ by a row. */
const ROWS_BELOW_BIRTH = { from: 5.5, to: 11.5 };
/** A misread date is still a few digits and fewer letters. */
const MIN_DIGITS = 2;

/**
 * Place and date of issue: a date right of the values, or what is left of one, and the line above it;
 * the lower of two lines that stand there where neither can be read at first.
 */
export function findIssue(
  lines: readonly TextLine[],
  { pitch, rows }: RowGrid,
  valueColumn: number,
): Issue {
  const birthY = rows.get('birth') ?? -Infinity;
  const right = lines.filter((line) => line.left > valueColumn + MIN_DISTANCE * line.height);
  const below = right.filter(({ y }) => y > birthY + pitch);
  const beside = below.filter((line) => isBesideRows(line, birthY, pitch));
  const dateOfIssue =
    rightmost(below.filter(({ reading }) => isBareDate(reading.text))) ??
    mostDigits(beside) ??
    lowerOfTwo(beside, pitch);
  if (dateOfIssue === null) return { dateOfIssue, placeOfIssue: null };
  const placeOfIssue = right
    .filter((line) => isAbove(line, dateOfIssue, pitch) && lettersOf(line.reading.text).length >= 2)
    .reduce<TextLine | null>((best, line) => (best && best.y > line.y ? best : line), null);
  return { dateOfIssue, placeOfIssue };
}

function rightmost(lines: readonly TextLine[]): TextLine | null {
  return lines.reduce<TextLine | null>(
    (best, line) => (best && best.left > line.left ? best : line),
    null,
  );
}

function isBesideRows({ y }: TextLine, birthY: number, pitch: number): boolean {
  const rows = (y - birthY) / pitch;
  return rows >= ROWS_BELOW_BIRTH.from && rows <= ROWS_BELOW_BIRTH.to;
}

/** What is left of a date where the first reading makes no day of it. */
function mostDigits(lines: readonly TextLine[]): TextLine | null {
  const counted = lines
    .map((line) => ({
      line,
      digits: line.reading.text.replace(/\D/g, '').length,
      letters: line.reading.text.replace(/[^A-Za-z]/g, '').length,
    }))
    .filter(({ digits, letters }) => digits >= MIN_DIGITS && digits > letters);
  return counted.sort((a, b) => b.digits - a.digits)[0]?.line ?? null;
}

/** Nothing is told from more lines, or fewer: a watermark, a signature. */
function lowerOfTwo(lines: readonly TextLine[], pitch: number): TextLine | null {
  const [upper, lower, ...more] = [...lines].sort((a, b) => a.y - b.y);
  if (upper === undefined || lower === undefined || more.length > 0) return null;
  return isAbove(upper, lower, pitch) ? lower : null;
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
