import { expect, it } from 'vitest';
import { readNationality } from './read-words.js';
import { charactersOf } from './testing/text-lines.js';

it.each([
  ['WNI', 'WNI', true],
  ['araan: WNI', 'WNI', true],
  ['WNI FIKASI E-WA', 'WNI', true],
  ['WN', 'WNI', true],
  ['JAPAN', 'JAPAN', false],
])('reads the nationality in %s', (line, value, isListed) => {
  expect(readNationality(charactersOf(line))).toMatchObject({ value, isListed });
});

it.each([
  ['WNI.', 'WNI'],
  ['araan: WNI .', 'WNI'],
  ['WNI 7', 'WNI'],
  [': wni', 'wni'],
  ['WNI FIKASI E-WA', 'WNI'],
])('takes the characters of the nationality alone from %s', (line, raw) => {
  const read = readNationality(charactersOf(line));
  expect(read?.characters.map(({ character }) => character).join('')).toBe(raw);
});
