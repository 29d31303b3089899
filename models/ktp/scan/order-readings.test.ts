import { expect, it } from 'vitest';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { Slot } from '../layout/card-slots.js';
import { orderReadings } from './order-readings.js';
import { charactersOf } from '../testing/text-lines.js';

/** All glyphs at 0.99 but the weakest. */
const read = (text: string, weakest: number): ReadCharacter[] =>
  charactersOf(text).map((one, at) => ({ ...one, confidence: at === 1 ? weakest : 0.99 }));

const valuesIn = (slots: ReadonlyMap<Slot, readonly ReadCharacter[]>) =>
  Object.fromEntries(
    [...slots].map(([slot, own]) => [slot, own.map(({ character }) => character).join('')]),
  );

it('takes each slot from the reader whose least sure glyph is surer', () => {
  const own = new Map<Slot, ReadCharacter[]>([
    ['name', read('SITI', 0.6)],
    ['address', read('JL. A', 0.9)],
  ]);
  const general = new Map<Slot, ReadCharacter[]>([
    ['name', read('SITTI', 0.8)],
    ['address', read('JL, A', 0.5)],
  ]);
  const { surer, other } = orderReadings(own, general);
  expect(valuesIn(surer)).toEqual({ name: 'SITTI', address: 'JL. A' });
  expect(valuesIn(other)).toEqual({ name: 'SITI', address: 'JL, A' });
});

it('has both from the own reader where the general one was not asked', () => {
  const own = new Map<Slot, ReadCharacter[]>([['name', read('SITI', 0.97)]]);
  const { surer, other } = orderReadings(own, own);
  expect(surer.get('name')).toBe(other.get('name'));
});
