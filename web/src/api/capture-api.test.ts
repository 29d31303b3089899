import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFakeService, failure, LAUNCHED, success } from '../testing/fake-service.js';
import { ConnectionError, SessionOverError } from './api-error.js';
import { createCaptureApi, type CaptureApi } from './capture-api.js';
import type { Fetch } from './call-json.js';

const STATUS = { status: 'IN_PROGRESS', nextAction: null, reasonCode: null, captures: ['KTP'] };

function createApi(fetch: Fetch): CaptureApi {
  return createCaptureApi({ fetch, publicId: 'pub-1', sdkSessionId: 'sdk-1', repeatKey: 'key-1' });
}

afterEach(() => {
  vi.useRealTimers();
});

describe('createCaptureApi', () => {
  it('exchanges the launch token and makes the later calls with what it got', async () => {
    const service = createFakeService(({ path }) =>
      path.startsWith('/web/') ? success(LAUNCHED) : success({ ...STATUS, pollAfterMs: 700 }),
    );
    const api = createApi(service.fetch);
    await expect(api.exchange('once')).resolves.toMatchObject({ flow: 'KYC_LITE' });
    await expect(api.readProgress()).resolves.toEqual({
      ...STATUS,
      movements: null,
      pollAfterMs: 700,
      captureLock: null,
      handoff: null,
    });

    const [exchange, status] = service.calls;
    expect(exchange).toMatchObject({
      method: 'POST',
      path: '/web/v1/launch/exchange',
      body: { publicId: 'pub-1', token: 'once' },
    });
    expect(status?.path).toBe('/coe-partner/v1/submissions/status');
    expect(Object.fromEntries(status?.headers ?? [])).toMatchObject({
      'x-onekyc-token': 'user-token-1',
      'x-partner-session-id': 'session-1',
      'x-sdk-session-id': 'sdk-1',
    });
  });

  it('puts no token into an address', async () => {
    const service = createFakeService(({ path }) =>
      success(path.startsWith('/web/') ? LAUNCHED : { attempt: 1, urls: [] }),
    );
    const api = createApi(service.fetch);
    await api.exchange('once');
    await api.readUploadTargets();
    await api.confirmCaptures(1);
    expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /web/v1/launch/exchange',
      'GET /coe-partner/v1/submissions/url?submissionType=KYC_LITE',
      'PUT /coe-partner/v1/submissions/url',
    ]);
    expect(service.calls[2]?.body).toEqual({
      submissionId: 'submission-1',
      attempt: 1,
      maxMovements: 2,
    });
  });

  it('renews an expired user token once and repeats the call', async () => {
    const service = createFakeService(({ path, headers }) => {
      if (path === '/web/v1/launch/renew') return success({ ...LAUNCHED, userToken: 'fresh' });
      if (path.startsWith('/web/')) return success(LAUNCHED);
      return headers.get('x-onekyc-token') === 'fresh'
        ? success(STATUS)
        : failure(401, 'UNAUTHORIZED');
    });
    const api = createApi(service.fetch);
    await api.exchange('once');
    await Promise.all([api.readProgress(), api.readProgress()]);
    const renewals = service.calls.filter(({ path }) => path.endsWith('/renew'));
    expect(renewals.map(({ body }) => body)).toEqual([{ publicId: 'pub-1' }]);
  });

  it('ends the session when the token cannot be renewed', async () => {
    const service = createFakeService(({ path }) =>
      path.endsWith('/exchange') ? success(LAUNCHED) : failure(401, 'UNAUTHORIZED'),
    );
    const api = createApi(service.fetch);
    await api.exchange('once');
    await expect(api.readProgress()).rejects.toBeInstanceOf(SessionOverError);
  });

  it('goes on with a session whose renewal a proxy turns down', async () => {
    const service = createFakeService(({ path }) => {
      if (path.endsWith('/exchange')) return success(LAUNCHED);
      return path.endsWith('/renew')
        ? { status: 401, body: '<html>' }
        : failure(401, 'UNAUTHORIZED');
    });
    const api = createApi(service.fetch);
    await api.exchange('once');
    await expect(api.readProgress()).rejects.toMatchObject({ status: 401, reason: null });
  });

  it('tells a lost connection from a refusal', async () => {
    const lost = createFakeService(() => null);
    await expect(createApi(lost.fetch).renew()).rejects.toBeInstanceOf(ConnectionError);
    const refused = createFakeService(() => failure(401, 'LAUNCH_TOKEN_EXPIRED'));
    await expect(createApi(refused.fetch).exchange('old')).rejects.toMatchObject({
      status: 401,
      reason: 'LAUNCH_TOKEN_EXPIRED',
    });
  });

  it('takes an answer that breaks off for a lost connection', async () => {
    const broken: Fetch = () => {
      const body = new ReadableStream({
        pull(controller) {
          controller.error(new TypeError('network error'));
        },
      });
      return Promise.resolve(new Response(body, { status: 200 }));
    };
    await expect(createApi(broken).renew()).rejects.toBeInstanceOf(ConnectionError);
  });

  it('waits for no body that never comes', async () => {
    vi.useFakeTimers();
    const silent: Fetch = (_, init) => {
      const body = new ReadableStream({
        start(controller) {
          init?.signal?.addEventListener('abort', () => {
            controller.error(new DOMException('aborted', 'AbortError'));
          });
        },
      });
      return Promise.resolve(new Response(body, { status: 200 }));
    };
    const renewed = expect(createApi(silent).renew()).rejects.toBeInstanceOf(ConnectionError);
    await vi.advanceTimersByTimeAsync(20_000);
    await renewed;
  });

  it('reports an answer that is no envelope, for instance from a proxy', async () => {
    const page: Fetch = () => Promise.resolve(new Response('<html>', { status: 502 }));
    await expect(createApi(page).renew()).rejects.toMatchObject({ status: 502, reason: null });
  });

  it('refuses an answer that is not what the contract says', async () => {
    const service = createFakeService(() => success({ ...LAUNCHED, captures: ['PASSPORT'] }));
    await expect(createApi(service.fetch).renew()).rejects.toThrow('"captures"');
  });

  it.each([
    [undefined, null],
    [null, null],
    [{ state: 'OPENED' }, 'OPENED'],
    [{ state: 'A_LATER_ONE' }, null],
  ])('reads the hand-off %o as %s', async (handoff, state) => {
    const service = createFakeService(({ path }) =>
      path.startsWith('/web/')
        ? success(LAUNCHED)
        : success({ ...STATUS, pollAfterMs: 700, handoff }),
    );
    const api = createApi(service.fetch);
    await api.renew();
    await expect(api.readProgress()).resolves.toMatchObject({ handoff: state });
  });

  it.each([
    [undefined, null],
    [null, null],
    [{ nonce: 'n', action: 'TURN_LEFT' }, ['TURN_LEFT']],
    [{ nonce: 'n', action: 'NOD', then: 'TURN_LEFT' }, ['NOD', 'TURN_LEFT']],
    [{ nonce: 'n', action: 'A_LATER_ONE' }, null],
    [{ nonce: 'n', action: 'NOD', then: 'A_LATER_ONE' }, null],
  ])('reads the challenge %o as %s', async (challenge, movements) => {
    const service = createFakeService(({ path }) =>
      path.startsWith('/web/') ? success(LAUNCHED) : success({ ...STATUS, challenge }),
    );
    const api = createApi(service.fetch);
    await api.renew();
    await expect(api.readProgress()).resolves.toMatchObject({ movements });
  });

  it('counts the time for an answer from when it was told, whatever the clock of the device says', async () => {
    const challenge = { nonce: 'n', action: 'NOD', expiresAt: '2000-01-01', expiresInMs: 90_000 };
    const service = createFakeService(({ path }) =>
      path.startsWith('/web/') ? success(LAUNCHED) : success({ ...STATUS, challenge }),
    );
    const api = createApi(service.fetch);
    await api.renew();
    const before = Date.now();
    const { answerBy } = await api.readProgress();
    expect(answerBy).toBeGreaterThanOrEqual(before + 90_000);
    expect(answerBy).toBeLessThanOrEqual(Date.now() + 90_000);
  });

  it.each([
    [{ captureNonce: 'nonce-1' }, 'nonce-1'],
    [{}, null],
  ])('reads the nonce of an attempt from %o as %s', async (part, captureNonce) => {
    const service = createFakeService(({ path }) =>
      path.startsWith('/web/') ? success(LAUNCHED) : success({ attempt: 1, urls: [], ...part }),
    );
    const api = createApi(service.fetch);
    await api.renew();
    await expect(api.readUploadTargets()).resolves.toMatchObject({ captureNonce });
  });

  it('takes over by a code, and opens and ends a hand-off', async () => {
    const service = createFakeService(({ path }) => {
      if (path === '/web/v1/handoff') {
        const handoffUrl = 'https://kyc.example/s/pub-1#h=once';
        return success({
          handoffId: 'handoff-1',
          handoffUrl,
          expiresAt: '',
          expiresInSeconds: 600,
        });
      }
      return success(path.endsWith('/end') ? { handoff: { state: 'ENDED' } } : LAUNCHED);
    });
    const api = createApi(service.fetch);
    await expect(api.claim('once')).resolves.toMatchObject({ flow: 'KYC_LITE' });
    await expect(api.openHandoff()).resolves.toEqual({
      url: 'https://kyc.example/s/pub-1#h=once',
      expiresInMs: 600_000,
    });
    await api.endHandoff();
    expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /web/v1/handoff/claim',
      'POST /web/v1/handoff',
      'POST /web/v1/handoff/end',
    ]);
    expect(service.calls[0]?.body).toEqual({
      publicId: 'pub-1',
      code: 'once',
      repeatKey: 'key-1',
    });
    expect(service.calls[2]?.headers.get('x-onekyc-token')).toBe('user-token-1');
  });

  it('tells which captures the first device has sent', async () => {
    const address = { url: 'https://store.example', method: 'PUT', headers: {} };
    const urls = [
      { ...address, documentType: 'KTP', uploaded: true },
      { ...address, documentType: 'SELFIE', uploaded: false },
    ];
    const service = createFakeService(({ path }) =>
      success(path.startsWith('/web/') ? LAUNCHED : { attempt: 1, urls }),
    );
    const api = createApi(service.fetch);
    await api.renew();
    const { targets } = await api.readUploadTargets();
    expect(targets.map(({ isUploaded }) => isUploaded)).toEqual([true, undefined]);
  });

  it('reads a reason that it does not know and a pause that is not given', async () => {
    const service = createFakeService(({ path }) =>
      path.startsWith('/web/')
        ? success(LAUNCHED)
        : success({ ...STATUS, reasonCode: 'NEW_CODE', pollAfterMs: null }),
    );
    const api = createApi(service.fetch);
    await api.renew();
    await expect(api.readProgress()).resolves.toMatchObject({
      reasonCode: 'NEW_CODE',
      pollAfterMs: 1000,
    });
  });
});
