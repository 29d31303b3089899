import { ApplicationFailure } from '@temporalio/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAnswer } from '../../activities/callback/excerpt-answer.js';
import { failureOfAnswer } from '../../activities/callback/judge-answer.js';
import { hostileText } from './hostile.js';
import { expectSilent, PERSONAL, settings } from './properties.js';

const MAX_EXCERPT = 200;

/** Ways in which an answer may write a value. */
const SPELLINGS: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => value.toLowerCase(),
  (value) => JSON.stringify(value).slice(1, -1),
  (value) => encodeURIComponent(value),
  (value) => value.replace(/[A-Z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  (value) => value.replace(/[A-Z]/g, (letter) => `&#${String(letter.charCodeAt(0))};`),
  (value) => value.replace(/[A-Z]/g, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`),
  (value) => Array.from(value).join('\u200b'),
  (value) =>
    value.replace(/[A-Z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
];

const name = fc.stringMatching(/^[A-Z]{3,10}( [A-Z]{3,10}){0,3}$/);
const spelling = fc.constantFrom(...SPELLINGS);
const parted = fc.constantFrom(' ', '"', '<', '\n', ', ', '(');

describe('the excerpt of a partner’s answer', () => {
  it('is short, shows no number of four digits and no address, whatever the answer is', () => {
    const known = fc.array(hostileText, { maxLength: 5 });
    fc.assert(
      fc.property(hostileText, hostileText, known, (one, other, values) => {
        const excerpt = excerptAnswer(`${one} ibu@surat.example 3171 0117 ${other}`, values);
        expect(Array.from(excerpt).length).toBeLessThanOrEqual(MAX_EXCERPT);
        expect(excerpt).not.toMatch(/\p{N}{4}/u);
        expect(excerpt).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(excerpt).not.toContain('surat.example');
      }),
      settings({ share: 0.5 }),
    );
  });

  it('holds no word of a known name, however the answer writes it', () => {
    fc.assert(
      fc.property(hostileText, parted, name, spelling, (before, gap, value, spell) => {
        const excerpt = excerptAnswer(`${before}${gap}${spell(value)}${gap}`, [value]);
        const words = excerpt.toUpperCase().split(/[^A-Z]+/);
        const own = before.normalize('NFKC').toUpperCase();
        for (const word of value.split(' ')) {
          if (!own.includes(word)) expect(words).not.toContain(word);
        }
      }),
      settings({ share: 0.5 }),
    );
  });
});

describe('a partner’s answer', () => {
  it('becomes a failure of ours with a sound delay, whatever it asks for', () => {
    const ladder = { divisor: 1, chance: () => 0.5 };
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 999 }),
        fc.option(hostileText, { nil: undefined }),
        fc.integer({ min: 1, max: 15 }),
        (httpStatus, retryAfter, tries) => {
          const answer = { httpStatus, retryAfter, text: PERSONAL };
          const failure = failureOfAnswer(answer, tries, ladder);
          expect(failure).toBeInstanceOf(ApplicationFailure);
          expect(failure.cause).toBeUndefined();
          expectSilent(failure);
          const delay: unknown = failure.nextRetryDelay;
          if (typeof delay === 'number') {
            expect(delay).toBeGreaterThan(0);
            expect(delay).toBeLessThanOrEqual(30 * 3_600_000);
          }
        },
      ),
      settings(),
    );
  });
});
