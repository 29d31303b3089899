import { describe, expect, it } from 'vitest';
import { ChallengeAction } from '../../../contract/challenge.js';
import { findChallengeText } from './find-challenge-text.js';

const ACTIONS = Object.values(ChallengeAction);

describe('the words of a challenge', () => {
  it.each(['id', 'en'] as const)('tell the movements apart in %s', (locale) => {
    const { actions } = findChallengeText(locale);
    for (const part of ['title', 'how', 'better'] as const) {
      expect(new Set(ACTIONS.map((action) => actions[action][part])).size).toBe(ACTIONS.length);
    }
  });

  it.each([
    ['id', / kiri/, / kanan/],
    ['en', / left/, / right/],
  ] as const)('name the side of the person in %s', (locale, left, right) => {
    const { TURN_LEFT, TURN_RIGHT } = findChallengeText(locale).actions;
    for (const text of Object.values(TURN_LEFT)) {
      expect(text).toMatch(left);
      expect(text).not.toMatch(right);
    }
    for (const text of Object.values(TURN_RIGHT)) {
      expect(text).toMatch(right);
      expect(text).not.toMatch(left);
    }
  });

  it('are two languages and not one copied', () => {
    const texts = (['id', 'en'] as const).map((locale) =>
      JSON.stringify(findChallengeText(locale)),
    );
    const words = texts.map((text) => new Set(text.match(/"[^"]{12,}"/g)));
    expect([...words[0]!].filter((text) => words[1]!.has(text))).toEqual([]);
  });
});
