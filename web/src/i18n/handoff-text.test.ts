import { describe, expect, it } from 'vitest';
import { findHandoffText } from './find-handoff-text.js';

const quoted = (locale: 'id' | 'en') =>
  new Set(JSON.stringify(findHandoffText(locale)).match(/"[^"]*[a-z][^"]{11,}"/g));

describe('the words of a hand-off', () => {
  it('are two languages and not one copied', () => {
    const english = quoted('en');
    expect([...quoted('id')].filter((text) => english.has(text))).toEqual([]);
    expect(english.size).toBeGreaterThan(30);
  });

  it.each([
    ['id', /komputer/],
    ['en', /computer/],
  ] as const)(
    'send the phone back to the computer whatever has happened, in %s',
    (locale, place) => {
      const { handedBack, refused } = findHandoffText(locale);
      for (const { title, text } of [...Object.values(handedBack), ...Object.values(refused)]) {
        expect(`${title} ${text}`).toMatch(place);
      }
    },
  );

  it.each(['id', 'en'] as const)('tell how long the code lasts, in %s', (locale) => {
    expect(findHandoffText(locale).code.expiresIn('9:41')).toContain('9:41');
  });
});
