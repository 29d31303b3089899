import { expect, it } from 'vitest';
import { describeAssessment } from './assessment.js';

it('a check is one line, and each sign another with a mark where it speaks against', () => {
  const text = describeAssessment({
    attempt: 2,
    check: 'LIVENESS',
    verdict: 'RETRY',
    reasonCode: 'CHALLENGE_REQUIRED',
    score: 0.41,
    signs: [
      { name: 'network', score: 0.59, threshold: 0.5, isAgainst: true },
      { name: 'foreign-nonce', score: null, threshold: null, isAgainst: false },
    ],
    durationMs: 120,
    assessedAt: '2026-11-22T03:00:00.000Z',
  });
  expect(text.split('\n')).toEqual([
    'attempt 2  LIVENESS  RETRY  CHALLENGE_REQUIRED  0.41',
    '  ! network                  0.59 of 0.5',
    '    foreign-nonce',
  ]);
});
