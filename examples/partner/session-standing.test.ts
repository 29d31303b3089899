import { describe, expect, it } from 'vitest';
import { standingOf } from './session-standing.js';
import { createSessionStore, type Session } from './session-store.js';

const VALID = { status: 'COMPLETED', result: 'VALID', reasonCode: null };
const INVALID = { status: 'COMPLETED', result: 'INVALID', reasonCode: 'NOT_EKTP' };
const OPEN = { status: 'IN_PROGRESS', result: null, reasonCode: null };
const ERROR = { status: 'ERROR', result: null, reasonCode: 'SESSION_TIMEOUT' };

function sessionWith(details: object | null, callback: object | null): Session {
  const naming = { userId: 'u', flow: null, account: 'main', page: null } as const;
  const session = createSessionStore().add({ partnerSessionId: 'p', ...naming });
  const ids = { submissionId: 's', partnerSessionId: 'p' };
  session.details = details && ({ ...ids, ...details } as Session['details']);
  session.callback = callback && {
    webhookId: 'msg',
    receivedAt: '2026-11-22T00:00:00Z',
    body: { ...ids, ...VALID, ...callback },
  };
  session.returned = { path: 'success', status: 'COMPLETED', errorCode: null };
  return session;
}

describe('how a session stands', () => {
  it.each([
    ['nothing but the address', null, null, 'WAITING'],
    ['open details', OPEN, null, 'WAITING'],
    ['a verified callback', null, VALID, 'ACCEPTED'],
    ['a callback after details of an open session', OPEN, INVALID, 'REJECTED'],
    ['details that are asked for without a callback', INVALID, null, 'REJECTED'],
    ['details that are newer than the callback', INVALID, VALID, 'REJECTED'],
    ['a technical end', ERROR, ERROR, 'FAILED'],
  ])('with %s', (_, details, callback, state) => {
    expect(standingOf(sessionWith(details, callback)).state).toBe(state);
  });
});
