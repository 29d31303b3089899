import { expect, it } from 'vitest';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { Slot } from '../layout/card-slots.js';
import { checkSpelling } from './check-spelling.js';
import { textOf } from '../fields/read-value.js';
import { charactersOf } from '../testing/text-lines.js';

const read = (text: string, confidence: number): ReadCharacter[] =>
  charactersOf(text).map((one) => ({ ...one, confidence }));

const addressIn = (characters: readonly ReadCharacter[]) =>
  new Map<Slot, readonly ReadCharacter[]>([['address', characters]]);

const OWN = read('JL KARTINI II', 0.95);

it('leaves a value that both looks read alike as it is', () => {
  const first = addressIn(OWN);
  const { first: own, second } = checkSpelling(
    { first, second: first },
    addressIn(read('JL KARTINI II', 0.99)),
  );
  expect(own.get('address')).toBe(OWN);
  expect(second.get('address')).toBe(OWN);
});

it('takes the surer of two looks that differ, and keeps the other as what speaks against it', () => {
  const first = addressIn(OWN);
  const surer = checkSpelling({ first, second: first }, addressIn(read('JL KARTINI III', 0.97)));
  expect(textOf(surer.first.get('address')!)).toBe('JL KARTINI III');
  expect(surer.second.get('address')).toBe(OWN);
  const weaker = checkSpelling({ first, second: first }, addressIn(read('JL KARTINI III', 0.9)));
  expect(weaker.first.get('address')).toBe(OWN);
  expect(textOf(weaker.second.get('address')!)).toBe('JL KARTINI III');
});

it('keeps what the second recogniser saw', () => {
  const second = addressIn(read('JL KARTINI III', 0.6));
  const looked = checkSpelling(
    { first: addressIn(OWN), second },
    addressIn(read('JL KARTIN', 0.99)),
  );
  expect(textOf(looked.first.get('address')!)).toBe('JL KARTIN');
  expect(looked.second.get('address')).toBe(second.get('address'));
});

it('counts a look that saw nothing for nothing', () => {
  const first = addressIn(OWN);
  expect(checkSpelling({ first, second: first }, addressIn([])).first.get('address')).toBe(OWN);
});
