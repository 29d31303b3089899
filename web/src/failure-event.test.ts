import { expect, it } from 'vitest';
import { ApiError, ConnectionError, SessionOverError } from './api/api-error.js';
import { failureEvent } from './failure-event.js';

it.each([
  ['a lost connection', new ConnectionError(), 'NO_CONNECTION'],
  ['a service in trouble', new ApiError(500, null), 'SERVICE'],
  ['a defect', new TypeError('x is undefined'), 'SERVICE'],
] as const)('%s ends the work, which can be repeated', (_, error, trouble) => {
  expect(failureEvent('CHECKING_FAILED', error)).toEqual({ type: 'CHECKING_FAILED', trouble });
});

it('a token that is accepted no more ends the session', () => {
  expect(failureEvent('HANDOFF_FAILED', new SessionOverError())).toEqual({ type: 'SESSION_ENDED' });
});
