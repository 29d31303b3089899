import { describe, expect, it } from 'vitest';
import { readName } from '../fields/read-words.js';
import { rawTextOf, textOf } from '../fields/read-value.js';
import { restoreSpaces } from './restore-missed.js';
import { charactersOf } from '../testing/text-lines.js';

/** The text, with a space overlooked before the character at a place. */
function overlooked(text: string, at: number, confidence: number) {
  return charactersOf(text).map((read, index) =>
    index === at ? { ...read, missedBefore: [{ character: ' ', confidence }] } : read,
  );
}

describe('overlooked spaces', () => {
  it('come back where the reader nearly saw one', () => {
    expect(textOf(restoreSpaces(overlooked('SITICONTOH', 4, 0.6)))).toBe('SITI CONTOH');
    expect(textOf(restoreSpaces(overlooked('SITICONTOH', 4, 0.3)))).toBe('SITICONTOH');
  });

  it('are none before the first character, where the colon was', () => {
    expect(textOf(restoreSpaces(overlooked('SITI', 0, 0.4)))).toBe('SITI');
  });

  it('make a name as it is printed', () => {
    const name = readName(restoreSpaces(overlooked('SITICONTOH', 4, 0.6)));
    expect(name).toMatchObject({ value: 'SITI CONTOH', reason: 'SPACING', distance: 0 });
    expect(rawTextOf(name!.characters)).toBe('SITICONTOH');
  });
});
