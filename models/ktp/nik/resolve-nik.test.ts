import { describe, expect, it } from 'vitest';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import { alignNik } from './nik-columns.js';
import { resolveNik, type NikHints } from './resolve-nik.js';
import { charactersOf } from '../testing/text-lines.js';

const NIK = '3171011708900001';
const NO_HINTS: NikHints = {
  datesOfBirth: [],
  gender: null,
  area: null,
  areas: { has: () => false },
};

/** A reading in which the glyph at a place has a runner-up. */
function withDoubt(
  text: string,
  at: number,
  [confidence, other, otherConfidence]: readonly [number, string, number],
): ReadCharacter[] {
  return charactersOf(text).map((read, index) =>
    index === at
      ? { ...read, confidence, alternatives: [{ character: other, confidence: otherConfidence }] }
      : read,
  );
}

describe('places of a NIK', () => {
  it('folds look-alikes and drops the colon and spaces', () => {
    expect(resolveNik([charactersOf(': 3l7IO1 17O8 9O0OD1')], NO_HINTS)).toMatchObject({
      nik: NIK,
      reason: 'LOOK_ALIKE',
    });
  });

  it('leaves a watermark’s number beside the NIK alone', () => {
    expect(resolveNik([charactersOf(`${NIK} 025`)], NO_HINTS)?.nik).toBe(NIK);
    expect(resolveNik([charactersOf(`${NIK.slice(0, 15)} 025`)], NO_HINTS)).toBeNull();
  });

  it.each(['317101170890001', '31710117089000011', '317101170890000X', ''])(
    'never adds or leaves out a digit: %s is no NIK',
    (text) => {
      expect(resolveNik([charactersOf(text)], NO_HINTS)).toBeNull();
      expect(resolveNik([charactersOf(text), charactersOf(text)], NO_HINTS)).toBeNull();
    },
  );

  it('takes the places from the reader that saw 16, and the other’s view of each', () => {
    const lost = charactersOf('317101708900001', 0.8);
    const columns = alignNik([lost, charactersOf(NIK, 0.6)]);
    expect(columns?.map(([seen]) => seen?.digit).join('')).toBe(NIK);
    expect(columns?.[0]?.[0]?.confidence).toBeCloseTo(0.7);
  });

  it('joins two readings that lost different digits, half as sure of those', () => {
    const read = resolveNik(
      [charactersOf('371011708900001'), charactersOf('317101708900001')],
      NO_HINTS,
    );
    expect(read?.nik).toBe(NIK);
    expect(read?.confidence).toBeLessThan(0.5);
  });

  it('leaves out the one glyph of 17 that may be none', () => {
    const extra = withDoubt(`${NIK.slice(0, 8)}1${NIK.slice(8)}`, 8, [0.6, '', 0.35]);
    expect(resolveNik([extra], NO_HINTS)?.nik).toBe(NIK);
    const unlikely = withDoubt(`${NIK.slice(0, 8)}1${NIK.slice(8)}`, 8, [0.97, '', 0.02]);
    expect(resolveNik([unlikely], NO_HINTS)).toBeNull();
  });

  it('does not pair readings of different lines', () => {
    const other = charactersOf('9999888877776666', 0.99);
    const read = resolveNik([charactersOf(NIK, 0.6), other], NO_HINTS);
    expect(read).toMatchObject({ nik: NIK, confidence: 0.6 });
  });
});

describe('choosing among the digits that were seen', () => {
  it('takes the surer of two readers and says so', () => {
    const read = resolveNik(
      [withDoubt('3171011708900007', 15, [0.5, '1', 0.4]), charactersOf(NIK, 0.95)],
      NO_HINTS,
    );
    expect(read).toMatchObject({ nik: NIK, reason: 'CHOSEN' });
    expect(read?.confidence).toBeCloseTo((0.4 + 0.95) / 2);
  });

  it('lets the printed date decide between digits of the date', () => {
    const wavering = withDoubt('3171011108900001', 7, [0.6, '7', 0.3]);
    expect(resolveNik([wavering], NO_HINTS)?.nik).toBe('3171011108900001');
    expect(resolveNik([wavering], { ...NO_HINTS, datesOfBirth: ['1990-08-17'] })).toEqual({
      nik: NIK,
      confidence: 0.3,
      reason: 'CHOSEN_BY_DATE',
    });
  });

  it('lets the printed sex decide where the day says man or woman', () => {
    const wavering = withDoubt('3171015708900001', 6, [0.55, '1', 0.45]);
    expect(resolveNik([wavering], { ...NO_HINTS, gender: 'FEMALE' })?.nik).toBe('3171015708900001');
    expect(resolveNik([wavering], { ...NO_HINTS, gender: 'MALE' })?.nik).toBe(NIK);
  });

  it('lets the address decide between digits of the area', () => {
    const wavering = withDoubt('3177011708900001', 3, [0.6, '1', 0.35]);
    const areas = { has: (code: string) => code === '31.71.01' };
    expect(resolveNik([wavering], { ...NO_HINTS, areas, area: '31.71.01' })).toMatchObject({
      nik: NIK,
      reason: 'CHOSEN_BY_AREA',
    });
  });

  it('knows the numbers that Papua’s regencies had before 2022', () => {
    const wavering = withDoubt('9181011708900001', 2, [0.5, '0', 0.45]);
    const read = resolveNik([wavering], { ...NO_HINTS, area: '93.01.04' });
    expect(read?.nik).toBe('9101011708900001');
  });

  it('never decides a digit of the serial by anything but its glyph', () => {
    const wavering = withDoubt('3171011708900007', 15, [0.6, '1', 0.35]);
    const hints = { ...NO_HINTS, datesOfBirth: ['1990-08-17'], area: '31.71.01' };
    expect(resolveNik([wavering], hints)?.nik).toBe('3171011708900007');
  });

  it('never puts a digit that no reader saw, and believes a clear one against the print', () => {
    const clear = charactersOf('3171011908900001');
    const hints = { ...NO_HINTS, datesOfBirth: ['1990-08-17'] };
    expect(resolveNik([clear, clear], hints)?.nik).toBe('3171011908900001');
    const nearlyClear = withDoubt('3171011908900001', 7, [0.98, '7', 0.015]);
    expect(resolveNik([nearlyClear, nearlyClear], hints)?.nik).toBe('3171011908900001');
  });

  it('prefers a number that can exist', () => {
    const wavering = withDoubt('3171011718900001', 8, [0.7, '0', 0.25]);
    expect(resolveNik([wavering], NO_HINTS)?.nik).toBe(NIK);
  });
});
