import { describe, expect, it, vi } from 'vitest';
import { ApiError, ConnectionError, NotEmbeddedError } from './api/api-error.js';
import type { LaunchedSession } from './api/wire-types.js';
import { openFailureOf, openSession } from './open-session.js';

const SESSION: LaunchedSession = {
  userToken: 'token',
  submissionId: 'submission',
  partnerSessionId: 'session',
  flow: 'KTP_SCAN',
  captures: ['KTP'],
  userLocale: 'id_ID',
  theme: 'NO_PREFERENCE',
  partnerTheme: {},
  allowFileUpload: true,
  redirect: { success: null, failure: null },
  role: 'PRIMARY',
  qr: { allowed: false, forced: false },
};
const USED = new ApiError(401, 'LAUNCH_TOKEN_ALREADY_USED');
const NO_COOKIE = new ApiError(401, 'LAUNCH_SESSION_INVALID');

function setUp(exchange: () => Promise<LaunchedSession>, renew: () => Promise<LaunchedSession>) {
  return { api: { exchange: vi.fn(exchange), renew: vi.fn(renew) }, forgetToken: vi.fn() };
}

describe('openSession', () => {
  it('exchanges the token of the link and forgets it', async () => {
    const { api, forgetToken } = setUp(
      () => Promise.resolve(SESSION),
      () => Promise.reject(NO_COOKIE),
    );
    await expect(openSession({ api, forgetToken, launchToken: 'once' })).resolves.toBe(SESSION);
    expect(api.exchange).toHaveBeenCalledWith('once');
    expect(forgetToken).toHaveBeenCalledOnce();
    expect(api.renew).not.toHaveBeenCalled();
  });

  it('continues by the cookie after a reload', async () => {
    const { api, forgetToken } = setUp(
      () => Promise.reject(USED),
      () => Promise.resolve(SESSION),
    );
    await expect(openSession({ api, forgetToken, launchToken: null })).resolves.toBe(SESSION);
    expect(api.exchange).not.toHaveBeenCalled();
  });

  it('continues by the cookie when the same person opens the link twice', async () => {
    const { api, forgetToken } = setUp(
      () => Promise.reject(USED),
      () => Promise.resolve(SESSION),
    );
    await expect(openSession({ api, forgetToken, launchToken: 'once' })).resolves.toBe(SESSION);
    expect(forgetToken).toHaveBeenCalledOnce();
  });

  it('tells somebody else that the link is used', async () => {
    const { api, forgetToken } = setUp(
      () => Promise.reject(USED),
      () => Promise.reject(NO_COOKIE),
    );
    await expect(openSession({ api, forgetToken, launchToken: 'once' })).rejects.toBe(USED);
  });

  it.each<[string, Error]>([
    ['the connection is lost', new ConnectionError()],
    ['a proxy answers in place of the service', new ApiError(404, null)],
  ])('keeps the token when %s, for another try', async (_, lost) => {
    const { api, forgetToken } = setUp(
      () => Promise.reject(lost),
      () => Promise.resolve(SESSION),
    );
    await expect(openSession({ api, forgetToken, launchToken: 'once' })).rejects.toBe(lost);
    expect(forgetToken).not.toHaveBeenCalled();
  });
});

describe('openFailureOf', () => {
  it.each([
    [USED, true, 'LINK_USED'],
    [new ApiError(401, 'LAUNCH_TOKEN_EXPIRED'), true, 'LINK_EXPIRED'],
    [new ApiError(401, 'LAUNCH_TOKEN_INVALID'), true, 'LINK_INVALID'],
    [new ApiError(400, 'SUBMISSION_DOES_NOT_EXIST'), true, 'LINK_INVALID'],
    [new ApiError(404, null), true, 'SERVICE'],
    [new ApiError(403, null), false, 'SERVICE'],
    [NO_COOKIE, false, 'LINK_MISSING'],
    [new ConnectionError(), true, 'NO_CONNECTION'],
    [new NotEmbeddedError(), false, 'NOT_EMBEDDED'],
    [new ApiError(500, 'GENERIC_SERVICE_ERROR'), true, 'SERVICE'],
    [new ApiError(429, 'TOO_MANY_REQUESTS'), true, 'SERVICE'],
    [new TypeError('a defect'), true, 'SERVICE'],
  ] as const)('%s with token %s is %s', (error, hadToken, failure) => {
    expect(openFailureOf(error, hadToken)).toBe(failure);
  });
});
