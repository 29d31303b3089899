import type { TextLine } from '../../card/text-line.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import { toReading } from '../../text/line-reading.js';

export function charactersOf(text: string, confidence = 0.99): ReadCharacter[] {
  return Array.from(text).map((character, at) => ({
    character,
    confidence,
    position: (at + 0.5) / text.length,
  }));
}

/** A line 20 px high whose left end and middle are given; letters are 10 px wide. */
export function lineAt(left: number, y: number, text: string): TextLine {
  const width = text.length * 10;
  return {
    box: { centre: { x: left + width / 2, y }, width, height: 20, angle: 0 },
    left,
    right: left + width,
    y,
    height: 20,
    reading: toReading(charactersOf(text)),
  };
}

/** Rows of a card 24 px apart: a label and its value, or a value alone, or both in one line. */
export function cardLines(
  rows: readonly (readonly [label: string | null, value: string | null])[],
): TextLine[] {
  return rows.flatMap(([label, value], row) => [
    ...(label === null ? [] : [lineAt(100, 100 + row * 24, label)]),
    ...(value === null ? [] : [lineAt(300, 100 + row * 24, value)]),
  ]);
}
