import { describe, expect, it } from 'vitest';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import { readAddress } from './read-address.js';
import { charactersOf } from '../testing/text-lines.js';

/** The text, and what else was seen at one place. */
function seen(text: string, at: number, character: string, confidence: number): ReadCharacter[] {
  return charactersOf(text).map((read, index) =>
    index === at ? { ...read, alternatives: [{ character, confidence }] } : read,
  );
}

describe('addresses', () => {
  it.each([
    ['KOMP, TIRUAN INDAH', 'KOMP. TIRUAN INDAH'],
    ['JL.KENARI NO.75', 'JL.KENARI NO.75'],
    ['JL. PROF. DR. MISAL NO, 8', 'JL. PROF. DR. MISAL NO. 8'],
    ['JL. CONTOH BLOKA/27', 'JL. CONTOH BLOK A/27'],
    ['JLKENARI', 'JL. KENARI'],
    ['8 GG. KENANGA NO 21', 'GG. KENANGA NO 21'],
    ['1 ILIR NO. 3', '1 ILIR NO. 3'],
    ['KOMR WONOSARI', 'KOMP. WONOSARI'],
    ['JLN KENARI', 'JLN KENARI'],
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

  it('puts a dot back where an unsure space is as wide as a dot and a space', () => {
    const street = (gap: number, confidence: number) =>
      charactersOf('JL KENARI').map((read, at) => ({
        ...read,
        position: at < 2 ? at * 0.05 : at === 2 ? 0.05 + (gap * 0.05) / 2 : (at - 2 + gap) * 0.05,
        confidence: at === 2 ? confidence : 0.99,
      }));
    expect(readAddress(street(2, 0.9))?.value).toBe('JL. KENARI');
    expect(readAddress(street(2, 0.99))?.value).toBe('JL KENARI');
    expect(readAddress(street(1.2, 0.9))?.value).toBe('JL KENARI');
    // The fast reader's spaces are unsure on good pictures.
    expect(readAddress(street(2, 0.9), 'fast')?.value).toBe('JL KENARI');
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
