import { describe, expect, it } from 'vitest';
import { progressWith } from '../testing/flow-under-test.js';
import { endingOf } from '../ending.js';
import { en } from '../i18n/en.js';
import { id } from '../i18n/id.js';
import { describeEnding } from './describe-ending.js';

function wordsFor(reasonCode: string | null): string {
  return describeEnding(endingOf(progressWith({ status: 'COMPLETED', reasonCode }))).words;
}

describe('describeEnding', () => {
  it('tells tries that are used up from a rejection', () => {
    expect(wordsFor(null)).toBe('accepted');
    expect(wordsFor('MAX_ATTEMPTS_REACHED')).toBe('usedUp');
    expect(wordsFor('FACE_MATCH_FAILED')).toBe('rejected');
    expect(wordsFor('KTP_PHOTOCOPY')).toBe('rejected');
  });

  it.each([id, en])('does not say which check the tries failed', ({ result }) => {
    const { title, text } = result.usedUp;
    expect(`${title} ${text}`).not.toMatch(/KTP|selfie|wajah|face|blur|buram|\d/i);
  });
});
