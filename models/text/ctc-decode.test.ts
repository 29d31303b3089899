import { describe, expect, it } from 'vitest';
import { decodeCtc } from './ctc-decode.js';
import { toReading } from './line-reading.js';

const ALPHABET = [
  { index: 1, character: 'A' },
  { index: 2, character: 'B' },
];

/** Probabilities of blank, A, B and a glyph outside the alphabet for each step. */
function decode(...steps: (readonly [number, number, number, number])[]) {
  const values = Float32Array.from(steps.flat());
  return decodeCtc({ values, steps: steps.length, classes: 4 }, ALPHABET);
}

describe('CTC decoding', () => {
  it('merges repetitions and keeps the highest probability of each character', () => {
    const read = decode([0, 0.6, 0, 0], [0, 0.9, 0, 0], [0, 0, 0.7, 0]);
    expect(toReading(read).text).toBe('AB');
    expect(read[0]!.confidence).toBeCloseTo(0.9);
    expect(toReading(read).confidence).toBeCloseTo(0.8);
  });

  it('reads a doubled character where blank parts it', () => {
    const read = decode([0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0]);
    expect(toReading(read).text).toBe('AA');
  });

  it('reads a glyph outside the alphabet as the best inside it, unsurely', () => {
    const [read] = decode([0.01, 0.05, 0.1, 0.84]);
    expect(read!.character).toBe('B');
    expect(read!.confidence).toBeCloseTo(0.1);
  });

  it('keeps what else was seen at the surest step of a character, nothing where it was sure', () => {
    const [first, second] = decode(
      [0.1, 0.5, 0.4, 0],
      [0.05, 0.7, 0.25, 0],
      [0.001, 0.001, 0.998, 0],
    );
    expect(first!.alternatives).toEqual([
      { character: 'B', confidence: expect.closeTo(0.25) as number },
      { character: '', confidence: expect.closeTo(0.05) as number },
    ]);
    expect(second!.alternatives).toBeUndefined();
  });

  it('keeps the thin characters that it may have missed', () => {
    const values = Float32Array.from(
      [
        [0, 1, 0],
        [0.7, 0, 0.3],
        [0, 1, 0],
        [0, 0, 1],
        [0, 1, 0],
      ].flat(),
    );
    const alphabet = [
      { index: 1, character: 'A' },
      { index: 2, character: ' ' },
    ];
    const read = decodeCtc({ values, steps: 5, classes: 3 }, alphabet);
    expect(toReading(read).text).toBe('AA A');
    expect(read.map(({ missedBefore }) => missedBefore)).toEqual([
      undefined,
      [{ character: ' ', confidence: expect.closeTo(0.3) as number }],
      undefined,
      undefined,
    ]);
  });

  it('tells where along the line each character stands', () => {
    const read = decode([0, 1, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 1, 0]);
    expect(read.map(({ position }) => position)).toEqual([0.125, 0.875]);
  });

  it('has no confidence in an empty line', () => {
    expect(toReading(decode([1, 0, 0, 0]))).toEqual({ text: '', confidence: 0, characters: [] });
  });
});
