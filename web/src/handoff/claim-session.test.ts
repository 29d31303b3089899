import { describe, expect, it, vi } from 'vitest';
import { ApiError, ConnectionError } from '../api/api-error.js';
import type { LaunchedSession } from '../api/wire-types.js';
import { claimSession, findCodeFailure } from './claim-session.js';

const SESSION = { role: 'HANDOFF' } as LaunchedSession;
const USED = new ApiError(401, 'HANDOFF_CODE_ALREADY_USED');

type Answer = () => Promise<LaunchedSession>;

function setUp(
  claim: Answer,
  renew: Answer = () => Promise.reject(new ApiError(401, 'LAUNCH_SESSION_INVALID')),
) {
  return { api: { claim: vi.fn(claim), renew: vi.fn(renew) }, forgetCode: vi.fn(), code: 'once' };
}

describe('claimSession', () => {
  it('takes over by the code and forgets it', async () => {
    const options = setUp(() => Promise.resolve(SESSION));
    await expect(claimSession(options)).resolves.toBe(SESSION);
    expect(options.api.claim).toHaveBeenCalledWith('once');
    expect(options.forgetCode).toHaveBeenCalledOnce();
    expect(options.api.renew).not.toHaveBeenCalled();
  });

  it('goes on by the cookie when the same phone scans the same code twice', async () => {
    const options = setUp(
      () => Promise.reject(USED),
      () => Promise.resolve(SESSION),
    );
    await expect(claimSession(options)).resolves.toBe(SESSION);
    expect(options.forgetCode).toHaveBeenCalledOnce();
  });

  it('goes on as the desktop where the address was pasted into its own browser', async () => {
    const desktop = { role: 'PRIMARY' } as LaunchedSession;
    const options = setUp(
      () => Promise.reject(new ApiError(403, 'HANDOFF_NOT_ALLOWED')),
      () => Promise.resolve(desktop),
    );
    await expect(claimSession(options)).resolves.toBe(desktop);
  });

  it('tells another phone that the code is used', async () => {
    await expect(claimSession(setUp(() => Promise.reject(USED)))).rejects.toBe(USED);
  });

  it('lets a phone try again whose cookie could not be asked about', async () => {
    const lost = new ConnectionError();
    const options = setUp(
      () => Promise.reject(USED),
      () => Promise.reject(lost),
    );
    await expect(claimSession(options)).rejects.toBe(lost);
  });

  it('keeps the code when the connection is lost, for another try', async () => {
    const lost = new ConnectionError();
    const options = setUp(() => Promise.reject(lost));
    await expect(claimSession(options)).rejects.toBe(lost);
    expect(options.forgetCode).not.toHaveBeenCalled();
  });
});

describe('findCodeFailure', () => {
  it.each([
    [USED, 'CODE_USED'],
    [new ApiError(401, 'HANDOFF_CODE_EXPIRED'), 'CODE_EXPIRED'],
    [new ApiError(401, 'HANDOFF_CODE_INVALID'), 'CODE_INVALID'],
    [new ApiError(409, 'SUBMISSION_ALREADY_FINISHED'), 'CODE_FINISHED'],
    [new ApiError(401, 'HANDOFF_ENDED'), 'HANDOFF_ENDED'],
    [new ApiError(401, 'LAUNCH_TOKEN_EXPIRED'), null],
    [new ApiError(503, null), null],
    [new ConnectionError(), null],
  ] as const)('%s is %s', (error, failure) => {
    expect(findCodeFailure(error)).toBe(failure);
  });
});
