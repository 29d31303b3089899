import { expect, it } from 'vitest';
import { readNationality } from './read-words.js';
import { charactersOf, scoresFor } from '../testing/text-lines.js';

it.each([
  ['WNI', 'WNI', true],
  ['araan: WNI', 'WNI', true],
  ['WNI FIKASI E-WA', 'WNI', true],
  ['WI', 'WNI', true],
  ['WN', 'WNI', false],
  ['WNA', 'WNA', false],
  ['araan: WNA.', 'WNA', false],
  ['WA', 'WNA', false],
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

it.each([
  ['I', 'WNI', true],
  ['A', 'WNA', false],
] as const)('completes WN by the %s that was nearly read', (glyph, value, isListed) => {
  const scores = scoresFor('WN.', { 2: [glyph, 0.2] });
  expect(readNationality(charactersOf('WN'), scores)).toMatchObject({ value, isListed });
});
