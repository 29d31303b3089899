import { expect, it } from 'vitest';
import { findSandboxProblems } from './sandbox-user-id.js';

it.each(['SANDBOX-VALID', 'SANDBOX-ERROR-SESSION_TIMEOUT-AFTER-5'])(
  'sandbox credentials take %s',
  (userId) => {
    expect(findSandboxProblems(userId, 'SANDBOX')).toEqual([]);
  },
);

it.each(['user-7', 'SANDBOX-', 'SANDBOX-INVALID-NO_SUCH', 'sandbox-valid', ''])(
  'sandbox credentials take nobody who may exist: %s',
  (userId) => {
    expect(findSandboxProblems(userId, 'SANDBOX')).toMatchObject([
      { code: '1540', cause: 'INVALID_PARTNER_USER_ID', field: 'x-partner-user-id' },
    ]);
  },
);

it('production credentials know nothing of sandbox user ids', () => {
  expect(findSandboxProblems('SANDBOX-NO_SUCH', 'PRODUCTION')).toEqual([]);
});
