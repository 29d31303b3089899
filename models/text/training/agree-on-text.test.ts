import { expect, it } from 'vitest';
import { toReading } from '../line-reading.js';
import { agreeOnText } from './agree-on-text.js';

const GLYPHS = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 :-');

function readingOf(text: string, least = 0.95) {
  const characters = Array.from(text, (character, at) => ({
    character,
    confidence: at === 0 ? least : 0.99,
    position: at / text.length,
  }));
  return toReading(characters);
}

const agree = (own: string, general: string, least?: number) =>
  agreeOnText(readingOf(own, 0.2), readingOf(general, least), GLYPHS);

it('takes the letters of the general recogniser, however unsure ours is', () => {
  expect(agree('NAMA: 5ARl', 'NAMA: SARI')).toBe('NAMA: SARI');
});

it('takes letters that ours did not see at all', () => {
  expect(agree('KOTA BAN', 'KOTA BANDUNG')).toBe('KOTA BANDUNG');
});

it.each([
  ['a colon', ':SARI', 'SARI'],
  ['a space', 'KOTA BANDUNG', 'KOTABANDUNG'],
  ['a dash', 'LAKI-LAKI', 'LAKILAKI'],
])('takes nothing where the general one lost %s', (_, own, general) => {
  expect(agree(own, general)).toBeNull();
});

it('takes nothing that the general one is not sure of', () => {
  expect(agree('SARI', 'SARI', 0.7)).toBeNull();
});

it('takes no glyph that ours has no class for, and no empty line', () => {
  expect(agree('SARI', 'SÁRI')).toBeNull();
  expect(agree('', '')).toBeNull();
});
