import { describe, expect, it } from 'vitest';
import type { ReadCharacter } from '../text/ctc-decode.js';
import { readAddress } from './read-address.js';
import { charactersOf } from './testing/text-lines.js';

/** The text, and what else was seen at one place. */
function seen(text: string, at: number, character: string, confidence: number): ReadCharacter[] {
  return charactersOf(text).map((read, index) =>
    index === at ? { ...read, alternatives: [{ character, confidence }] } : read,
  );
}

describe('addresses', () => {
  it.each([
    ['KOMP, TIRUAN INDAH', 'KOMP. TIRUAN INDAH'],
    ['JL.KENARI NO.75', 'JL. KENARI NO. 75'],
    ['JL. PROF.DR.MISAL NO, 8', 'JL. PROF. DR. MISAL NO. 8'],
    ['JL KENARI', 'JL KENARI'],
    ['KAMPUNG SATU, DUSUN DUA', 'KAMPUNG SATU, DUSUN DUA'],
  ])('%s becomes %s', (read, address) => {
    expect(readAddress(charactersOf(read))?.value).toBe(address);
  });

  it('puts a dot back where one was seen in the space after an abbreviation', () => {
    expect(readAddress(seen('JL KENARI', 2, '.', 0.03))?.value).toBe('JL. KENARI');
    expect(readAddress(seen('JL KENARI', 2, '.', 0.01))?.value).toBe('JL KENARI');
    expect(readAddress(seen('JALAN KENARI', 5, '.', 0.3))?.value).toBe('JALAN KENARI');
  });

  it('reads a slash in a block’s number where one was seen', () => {
    const text = 'PERUM CONTOH BLOK F719';
    expect(readAddress(seen(text, 20, '/', 0.2))).toMatchObject({
      value: 'PERUM CONTOH BLOK F7/9',
      reason: 'LOOK_ALIKE',
    });
    expect(readAddress(charactersOf(text))?.value).toBe(text);
  });
});
