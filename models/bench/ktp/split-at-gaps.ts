import type { PeerLine } from './engine-answer.js';

/** Corners of a box, or ends of a baseline, in pixels. */
interface Span {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** As tesseract.js tells it; confidence 0 to 100. */
export interface TesseractWord {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: Span;
}

export interface TesseractLine {
  readonly words: readonly TesseractWord[];
  /** It leans as the text does. */
  readonly baseline: Span;
}

/** Heights of a word; spaces between words are a third of one, columns stand further apart. */
const COLUMN_GAP = 1;

/**
 * A line of the whole page as the pieces a text detector would find: Tesseract runs on across the
 * columns of a card, from the label to the value and on to what stands under the portrait.
 */
export function splitAtGaps({ words, baseline }: TesseractLine): PeerLine[] {
  const pieces: TesseractWord[][] = [];
  for (const word of words) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    if (piece === undefined || last === undefined || isApart(last, word)) pieces.push([word]);
    else piece.push(word);
  }
  return pieces.map((piece) => toLine(piece, baseline));
}

function isApart(left: TesseractWord, right: TesseractWord): boolean {
  const height = Math.max(heightOf(left), heightOf(right));
  return right.bbox.x0 - left.bbox.x1 > COLUMN_GAP * height;
}

function heightOf({ bbox }: TesseractWord): number {
  return bbox.y1 - bbox.y0;
}

function toLine(words: readonly TesseractWord[], baseline: Span): PeerLine {
  const left = Math.min(...words.map(({ bbox }) => bbox.x0));
  const right = Math.max(...words.map(({ bbox }) => bbox.x1));
  const height = Math.max(...words.map(heightOf));
  const slope = (baseline.y1 - baseline.y0) / Math.max(baseline.x1 - baseline.x0, 1);
  const [start, end] = [left, right].map((x) => baseline.y0 + (x - baseline.x0) * slope);
  const [leftFoot, rightFoot] = [start ?? 0, end ?? 0];
  return {
    text: words.map(({ text }) => text).join(' '),
    confidence: words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length / 100,
    quad: [
      [left, leftFoot - height],
      [right, rightFoot - height],
      [right, rightFoot],
      [left, leftFoot],
    ],
  };
}
