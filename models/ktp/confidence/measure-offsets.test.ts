import { describe, expect, it } from 'vitest';
import type { CardSlots } from '../layout/card-slots.js';
import { measureOffsets } from './measure-offsets.js';
import { lineAt } from '../testing/text-lines.js';

/** Values 24 px apart whose column leans by a tenth; lines are 20 px high. */
function column(change: (row: number) => number): CardSlots {
  const rows = ['nik', 'name', 'birth', 'gender', 'address', 'religion'] as const;
  return new Map(
    rows.map((slot, row) => [slot, [lineAt(300 + row * 2.4 + change(row), row * 24, 'CONTOH')]]),
  );
}

describe('where values begin', () => {
  it('is the column for all of them, however it leans', () => {
    const offsets = [...measureOffsets(column(() => 0)).values()];
    expect(offsets).toHaveLength(6);
    for (const offset of offsets) expect(offset).toBeCloseTo(0, 1);
  });

  it('is too far right for one whose beginning is covered', () => {
    const offsets = measureOffsets(column((row) => (row === 1 ? 60 : 0)));
    expect(offsets.get('name')).toBeCloseTo(3, 0);
    expect(offsets.get('address')).toBeCloseTo(0, 0);
  });

  it('is not known for a value in a line with its label, nor of a few', () => {
    const slots = new Map(column(() => 0)).set('name', [lineAt(100, 24, 'Nama : CONTOH')]);
    expect(measureOffsets(slots).has('name')).toBe(false);
    expect(measureOffsets(new Map([...column(() => 0)].slice(0, 4))).size).toBe(0);
  });
});
