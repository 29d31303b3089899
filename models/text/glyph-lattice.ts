import { toProbability, type LineScores } from './line-scores.js';

/** Probabilities of glyphs at the steps of a value, in which texts are looked for. */
export interface GlyphLattice {
  readonly steps: number;
  /** Of each glyph; the blank of CTC has 0. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Columns of what may stand before and after a value. */
  readonly fill: readonly number[];
  /** Steps × columns. */
  readonly values: Float64Array;
  /** Columns of a step. */
  readonly columns: number;
}

/** A stretch of a line, in fractions of its length. */
export interface ScoredStretch {
  readonly scores: LineScores;
  readonly from: number;
  readonly to: number;
}

/** The colon, in the shapes it is read as, and specks. */
const FILL = [' ', ':', '.', ',', '-'];
/** A letter more, less or another, in a text of which nothing but its letters is known: 3 nats. */
const ERROR = Math.exp(-3);
/** A sign in a letter's place explains nothing. */
const ERRONEOUS_SIGN = Math.exp(-6);

/** The steps of a value; a space parts its lines. `null` for no line, or lines of two recognisers. */
export function toLattice(parts: readonly ScoredStretch[]): GlyphLattice | null {
  const [first] = parts;
  if (first === undefined || parts.some(({ scores }) => scores.glyphs !== first.scores.glyphs))
    return null;
  const frame = frameOf(first.scores.glyphs);
  const space = new Float64Array(frame.columns);
  space[frame.columnOf.get(' ') ?? 0] = 1;
  const pieces = parts.flatMap((part, at) => [
    ...(at === 0 ? [] : [space]),
    probabilitiesOf(part, frame.columns),
  ]);
  const values = new Float64Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    values.set(piece, at);
    at += piece.length;
  }
  return { ...frame, values, steps: values.length / frame.columns };
}

function probabilitiesOf({ scores, from, to }: ScoredStretch, columns: number): Float64Array {
  const { levels } = scores;
  const steps = levels.length / columns;
  const [first, end] = [Math.floor(from * steps), Math.ceil(to * steps)];
  return Float64Array.from(levels.subarray(first * columns, end * columns), (level) =>
    toProbability(level),
  );
}

/**
 * A lattice for what was read by somebody who tells no scores: each letter may be another one or none, and
 * one may be missing before or after it.
 */
export function spellLattice(text: string): GlyphLattice {
  const frame = frameOf(PRINTABLE);
  const letters = Array.from(text);
  const steps = 2 * letters.length + 1;
  const values = new Float64Array(steps * frame.columns).fill(ERROR);
  for (let step = 0; step < steps; step += 1) {
    for (const sign of frame.fill) values[step * frame.columns + sign] = ERRONEOUS_SIGN;
    const letter = step % 2 === 1 ? letters[(step - 1) / 2] : undefined;
    const column = letter === undefined ? 0 : frame.columnOf.get(letter);
    if (column !== undefined) values[step * frame.columns + column] = 1;
  }
  return { ...frame, values, steps };
}

const PRINTABLE = String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at));

function frameOf(glyphs: string): Pick<GlyphLattice, 'columnOf' | 'columns' | 'fill'> {
  const columnOf = new Map(Array.from(glyphs, (glyph, at) => [glyph, at + 1]));
  const fill = FILL.flatMap((glyph) => columnOf.get(glyph) ?? []);
  return { columnOf, columns: columnOf.size + 1, fill };
}
