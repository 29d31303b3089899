import type { ReadCharacter } from '../../text/ctc-decode.js';
import { foldDigit } from '../spelling/fold-glyphs.js';
import { textOf } from '../fields/read-value.js';

export const NIK_LENGTH = 16;

/** A digit that was seen in a place, 0 to 1. */
export interface SeenDigit {
  readonly digit: string;
  readonly confidence: number;
}

/** What was seen in one place of the NIK, the surest first; never empty. */
export type NikColumn = readonly SeenDigit[];

interface Glyph {
  readonly seen: NikColumn;
  /** How likely there is nothing at all. */
  readonly absence: number;
}

/** A glyph with this likely nothing in its place may be left out of a reading of 17. */
const SPURIOUS = 0.1;
/** Two readings of one line agree on most digits, or they did not read the same line. */
const MAX_DISAGREEMENT = 4;

/**
 * The 16 places of a NIK with the digits that the readers saw in each: look-alikes are folded to
 * digits, and what separates is dropped. Where one reader lost or added a glyph the other says
 * which; no place and no digit comes from anywhere else.
 *
 * @param readings of the same line, the more exact reader first
 * @returns `null` when no reading, and no two together, have 16 places
 */
export function alignNik(readings: readonly (readonly ReadCharacter[])[]): NikColumn[] | null {
  const rows = readings
    .map(toGlyphs)
    .filter((row): row is Glyph[] => row !== null)
    .map(dropSpurious);
  const frame = rows.find(({ length }) => length === NIK_LENGTH);
  if (frame !== undefined) {
    const others = rows.filter((row) => row !== frame).map((row) => pairGlyphs(frame, row));
    return frame.map(({ seen }, at) => pool([seen, ...others.map((pairs) => pairs.onto.get(at))]));
  }
  const [first, second] = rows;
  return first === undefined || second === undefined ? null : stitch(first, second);
}

/** `null` when a glyph in the line resembles no digit. */
function toGlyphs(characters: readonly ReadCharacter[]): Glyph[] | null {
  const glyphs = pickGroup(characters)
    .filter(({ character }) => !/[\s:;.,'"`~_-]/.test(character))
    .map(({ character, confidence, alternatives = [] }) => ({
      seen: toDigits([{ character, confidence }, ...alternatives]),
      absence: alternatives.find((other) => other.character === '')?.confidence ?? 0,
    }));
  return glyphs.some(({ seen }) => seen.length === 0) ? null : glyphs;
}

/** The group of 16 where more stands in the line: a watermark's number beside the NIK. */
function pickGroup(characters: readonly ReadCharacter[]): readonly ReadCharacter[] {
  const groups = Array.from(textOf(characters).matchAll(/\S+/g), ({ 0: group, index }) =>
    characters.slice(index, index + group.length),
  );
  return groups.find(({ length }) => length === NIK_LENGTH) ?? characters;
}

function toDigits(seen: readonly { character: string; confidence: number }[]): SeenDigit[] {
  return seen.flatMap(({ character, confidence }) => {
    const digit = foldDigit(character);
    return digit === undefined ? [] : [{ digit, confidence }];
  });
}

/** Of 17 glyphs the one that may be none goes, when there is just one such. */
function dropSpurious(row: Glyph[]): Glyph[] {
  const doubtful = row.filter(({ absence }) => absence >= SPURIOUS);
  const [spurious] = doubtful;
  const isExplained = row.length === NIK_LENGTH + 1 && doubtful.length === 1;
  return isExplained ? row.filter((glyph) => glyph !== spurious) : row;
}

/** The mean over the readers that saw the place; a reader that did not see a digit gives it 0. */
function pool(columns: readonly (NikColumn | undefined)[]): NikColumn {
  const present = columns.filter((column) => column !== undefined);
  const sums = new Map<string, number>();
  for (const { digit, confidence } of present.flat())
    sums.set(digit, (sums.get(digit) ?? 0) + confidence / present.length);
  return [...sums]
    .map(([digit, confidence]) => ({ digit, confidence: Math.min(confidence, 1) }))
    .sort((a, b) => b.confidence - a.confidence);
}

/**
 * Two readings that lost different glyphs, and have 16 places together. What one did not see is
 * half as sure.
 */
function stitch(first: Glyph[], second: Glyph[]): NikColumn[] | null {
  const { steps } = pairGlyphs(first, second);
  return steps.length === NIK_LENGTH
    ? steps.map(([a, b]) => pool([a?.seen ?? [], b?.seen ?? []]))
    : null;
}

interface Pairing {
  /** From the first row's place to what the second saw there. */
  readonly onto: ReadonlyMap<number, NikColumn>;
  /** Both rows from left to right; a glyph that one lacks stands alone. */
  readonly steps: readonly (readonly [Glyph | undefined, Glyph | undefined])[];
}

/** Pairs the glyphs of two readings so that the fewest differ. */
function pairGlyphs(a: readonly Glyph[], b: readonly Glyph[]): Pairing {
  const costs = editCosts(a, b);
  if ((costs[0]?.[0] ?? 0) > MAX_DISAGREEMENT) return { onto: new Map(), steps: [] };
  const steps: [Glyph | undefined, Glyph | undefined][] = [];
  const onto = new Map<number, NikColumn>();
  let [i, j] = [0, 0];
  const cost = (row: number, column: number) => costs[row]?.[column] ?? Infinity;
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (
      left !== undefined &&
      right !== undefined &&
      cost(i, j) === cost(i + 1, j + 1) + differ(left, right)
    ) {
      onto.set(i, right.seen);
      steps.push([left, right]);
      [i, j] = [i + 1, j + 1];
    } else if (left !== undefined && cost(i, j) === cost(i + 1, j) + 1) {
      steps.push([left, undefined]);
      i += 1;
    } else {
      steps.push([undefined, right]);
      j += 1;
    }
  }
  return { onto, steps };
}

/** Edit costs of every pair of endings. */
function editCosts(a: readonly Glyph[], b: readonly Glyph[]): number[][] {
  const costs = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => a.length - i + (b.length - j)),
  );
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [left, right, row] = [a[i], b[j], costs[i]];
      if (left === undefined || right === undefined || row === undefined) continue;
      row[j] = Math.min(
        (costs[i + 1]?.[j + 1] ?? 0) + differ(left, right),
        (costs[i + 1]?.[j] ?? 0) + 1,
        (row[j + 1] ?? 0) + 1,
      );
    }
  }
  return costs;
}

function differ(a: Glyph, b: Glyph): number {
  return a.seen[0]?.digit === b.seen[0]?.digit ? 0 : 1;
}
