import { describe, expect, it } from 'vitest';
import { handoffStateOf, type HandoffRow } from './follow-handoff.js';
import type { AttemptView } from './open-attempt.js';

const now = new Date('2026-11-22T08:00:00Z');
const earlier = new Date('2026-11-22T07:59:00Z');
const later = new Date('2026-11-22T08:10:00Z');

const fresh: HandoffRow = { expiresAt: later, claimedAt: null, capturedAt: null, endedAt: null };
const claimed = { ...fresh, claimedAt: earlier };
const captured = { ...claimed, capturedAt: now };

const open: AttemptView = {
  status: 'IN_PROGRESS',
  awaiting: ['KTP'],
  confirmedAttempt: 0,
  judgedAttempt: 0,
};
const inFlight = { ...open, confirmedAttempt: 1 };
const retry = { ...open, confirmedAttempt: 1, judgedAttempt: 1 };
const ended = { ...retry, status: 'COMPLETED', awaiting: [] } as const;

describe('handoffStateOf', () => {
  it.each<[string, HandoffRow, AttemptView, string]>([
    ['a code that nobody has used', fresh, open, 'WAITING'],
    ['a code that nobody used in time', { ...fresh, expiresAt: now }, open, 'ENDED'],
    ['a phone that captures', claimed, open, 'OPENED'],
    [
      'a phone that opened it before the code’s time was over',
      { ...claimed, expiresAt: now },
      open,
      'OPENED',
    ],
    ['a phone that has confirmed', captured, inFlight, 'CAPTURED'],
    ['a phone that is asked again', captured, retry, 'OPENED'],
    ['a phone that has confirmed again', captured, { ...retry, confirmedAttempt: 2 }, 'CAPTURED'],
    ['a submission that has ended', captured, ended, 'CAPTURED'],
    ['a submission that ended before the phone captured', claimed, ended, 'OPENED'],
    ['captures that the desktop sent before the phone came', claimed, inFlight, 'OPENED'],
    ['a side that gave up', { ...captured, endedAt: now }, retry, 'ENDED'],
    ['a code that was replaced', { ...fresh, endedAt: now }, open, 'ENDED'],
  ])('of %s', (_what, handoff, submission, state) => {
    expect(handoffStateOf(handoff, submission, now)).toBe(state);
  });
});
