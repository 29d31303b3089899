import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../contract/submission-policy.js';
import type { CaptureTries } from '../../../contract/capture.js';
import { describeStatus, type StatusContext, type StatusRow } from './describe-status.js';

const row: StatusRow = {
  id: '01a20136-fa11-79c4-95f2-d10f5b8bd1cf',
  status: 'IN_PROGRESS',
  result: null,
  reasonCode: null,
  nextAction: null,
  awaiting: ['KTP', 'SELFIE'],
  confirmedAttempt: 0,
  judgedAttempt: 0,
  policy: DEFAULT_POLICY,
  challenge: null,
  tries: {},
};

const ended = { awaiting: [], confirmedAttempt: 1, judgedAttempt: 1 };

const asked = {
  nonce: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  action: 'NOD',
  then: 'TURN_LEFT',
  expiresAt: '2026-11-22T08:01:30.000Z',
} as const;

/** The rows of contract §15.2 that need no later issue. */
const TABLE: readonly [string, Partial<StatusRow>, Record<string, unknown>][] = [
  [
    'initiated, opened, capturing',
    {},
    { status: 'IN_PROGRESS', nextAction: null, reasonCode: null, captures: ['KTP', 'SELFIE'] },
  ],
  [
    'processing the first attempt',
    { confirmedAttempt: 1 },
    { status: 'IN_PROGRESS', nextAction: null, reasonCode: null, captures: [] },
  ],
  [
    'a capture of poor quality',
    {
      nextAction: 'RETRY',
      reasonCode: 'KTP_BLURRY',
      awaiting: ['KTP'],
      confirmedAttempt: 1,
      judgedAttempt: 1,
    },
    {
      status: 'IN_PROGRESS',
      nextAction: 'RETRY',
      reasonCode: 'KTP_BLURRY',
      captures: ['KTP'],
    },
  ],
  [
    'judged before the confirm was noted',
    { nextAction: 'RETRY', reasonCode: 'KTP_BLURRY', awaiting: ['KTP'], judgedAttempt: 1 },
    { nextAction: 'RETRY', captures: ['KTP'] },
  ],
  [
    'processing the next attempt, the answer to the one before out of date',
    {
      nextAction: 'RETRY',
      reasonCode: 'KTP_BLURRY',
      awaiting: ['KTP'],
      confirmedAttempt: 2,
      judgedAttempt: 1,
    },
    { status: 'IN_PROGRESS', nextAction: null, reasonCode: null, captures: [] },
  ],
  [
    'all checks pass, our screen',
    { ...ended, status: 'COMPLETED', result: 'VALID', nextAction: 'STATUS' },
    { status: 'COMPLETED', result: 'VALID', nextAction: 'STATUS', reasonCode: null },
  ],
  [
    'all checks pass, the partner’s screen',
    { ...ended, status: 'COMPLETED', result: 'VALID', nextAction: 'EXIT' },
    { status: 'COMPLETED', result: 'VALID', nextAction: 'EXIT', reasonCode: null },
  ],
  [
    'rejected',
    {
      ...ended,
      status: 'COMPLETED',
      result: 'INVALID',
      nextAction: 'STATUS',
      reasonCode: 'FACE_MATCH_FAILED',
    },
    { status: 'COMPLETED', result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' },
  ],
  [
    'attempts used up',
    {
      awaiting: [],
      confirmedAttempt: 3,
      judgedAttempt: 3,
      status: 'COMPLETED',
      result: 'INVALID',
      nextAction: 'STATUS',
      reasonCode: 'MAX_ATTEMPTS_REACHED',
    },
    { status: 'COMPLETED', result: 'INVALID', reasonCode: 'MAX_ATTEMPTS_REACHED' },
  ],
  [
    'session lifetime over',
    {
      awaiting: [],
      status: 'ERROR',
      nextAction: 'STATUS',
      reasonCode: 'SESSION_TIMEOUT',
    },
    { status: 'ERROR', result: null, nextAction: 'STATUS', reasonCode: 'SESSION_TIMEOUT' },
  ],
  [
    'cancelled by the partner while an attempt was in flight',
    {
      awaiting: [],
      status: 'ERROR',
      nextAction: 'EXIT',
      reasonCode: 'CANCELLED_BY_PARTNER',
      confirmedAttempt: 1,
    },
    { status: 'ERROR', result: null, nextAction: 'EXIT', reasonCode: 'CANCELLED_BY_PARTNER' },
  ],
  [
    'technical failure after all retries',
    {
      ...ended,
      status: 'ERROR',
      nextAction: 'STATUS',
      reasonCode: 'GENERIC_SERVICE_ERROR',
    },
    { status: 'ERROR', result: null, nextAction: 'STATUS', reasonCode: 'GENERIC_SERVICE_ERROR' },
  ],
];

const context: StatusContext = {
  handoff: null,
  now: new Date('2026-11-22T08:00:00Z'),
  captureLocks: { issue: ({ attempt }) => `lock of attempt ${String(attempt)}` },
};

describe('describeStatus', () => {
  it.each([
    ['2026-11-22T08:01:30.000Z', 90_000],
    ['2026-11-22T07:59:00.000Z', 0],
  ])('says of a challenge until %s that %i ms are left', (expiresAt, expiresInMs) => {
    const challenge = { ...asked, expiresAt };
    const status = describeStatus({ ...row, challenge }, context);
    expect(status.challenge).toEqual({ ...challenge, expiresInMs });
  });

  it.each(TABLE)('shows what the contract says for: %s', (_event, changed, shown) => {
    expect(describeStatus({ ...row, ...changed }, context)).toMatchObject(shown);
  });

  it('says when to ask again until the end, and then no more', () => {
    expect(describeStatus(row, context).pollAfterMs).toBe(1000);
    const end = { ...row, ...ended, status: 'COMPLETED', result: 'VALID' } as const;
    expect(describeStatus(end, context)).toMatchObject({ pollAfterMs: null, captures: [] });
  });

  it('tells the lock of the attempt that captures are asked for, and of no other', () => {
    const lockOf = (changed: Partial<StatusRow>) =>
      describeStatus({ ...row, ...changed }, context).captureLock;
    expect(lockOf({})).toBe('lock of attempt 1');
    expect(lockOf({ confirmedAttempt: 1 })).toBeNull();
    const asked = { nextAction: 'RETRY', awaiting: ['KTP'], confirmedAttempt: 1 } as const;
    expect(lockOf({ ...asked, judgedAttempt: 1 })).toBe('lock of attempt 2');
    expect(lockOf({ ...ended, status: 'ERROR', awaiting: ['KTP'] })).toBeNull();
  });

  const retry = { confirmedAttempt: 2, judgedAttempt: 2, nextAction: 'RETRY' } as const;
  const answering = { ...retry, awaiting: ['SELFIE'], challenge: asked } as const;
  it.each<[string, Partial<StatusRow>, CaptureTries, number]>([
    ['1 before anything is confirmed', {}, {}, 1],
    ['1 while the first is judged', { confirmedAttempt: 1 }, {}, 1],
    ['2 when it is asked for again', { ...retry, awaiting: ['KTP'] }, { KTP: 1, SELFIE: 1 }, 2],
    ['3 for the last try', { ...retry, awaiting: ['KTP'] }, { KTP: 2, SELFIE: 1 }, 3],
    ['3 while that is judged', { ...retry, confirmedAttempt: 3, awaiting: ['KTP'] }, { KTP: 2 }, 3],
    ['no further by a challenge', answering, { KTP: 1, SELFIE: 1 }, 1],
    ['2 after an answer that failed', { ...retry, awaiting: ['SELFIE'] }, { KTP: 1, SELFIE: 1 }, 2],
    ['that of the capture asked for', { ...retry, awaiting: ['SELFIE'] }, { KTP: 3, SELFIE: 1 }, 2],
    [
      'the highest after the end',
      { ...ended, status: 'COMPLETED', result: 'INVALID' },
      { KTP: 1, SELFIE: 3 },
      3,
    ],
  ])('counts the attempt as %s', (_what, changed, tries, attempt) => {
    const status = describeStatus({ ...row, tries, ...changed }, context);
    expect(status.attempt).toBe(attempt);
    expect(status.maxAttempts).toBe(3);
  });
});
