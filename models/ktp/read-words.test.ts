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
