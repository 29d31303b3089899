import { describe, expect, it } from 'vitest';
import { NotEmbeddedError } from '../api/api-error.js';
import { createCaptureApi } from '../api/capture-api.js';
import {
  createFakeService,
  failure,
  LAUNCHED,
  success,
  type Answer,
} from '../testing/fake-service.js';
import { openEmbedded } from './open-embedded.js';

/** The service issues no token here. */
const EMBEDDED = { ...LAUNCHED, userToken: undefined };
const HANDED = { token: 'handed', correlationId: 'session-1', userLocale: null, theme: null };

function open(answer: Answer | null, handed = HANDED) {
  const service = createFakeService(() => answer);
  const options = {
    fetch: service.fetch,
    publicId: 'pub-1',
    sdkSessionId: 'sdk-1',
    embedOrigin: 'https://shop.example',
  };
  return { service, session: openEmbedded(options, handed) };
}

describe('opening the session of a frame', () => {
  it('goes by the token that was handed over, which stays the only one', async () => {
    const { service, session } = open(success(EMBEDDED));
    expect(await session).toMatchObject({ userToken: 'handed', userLocale: 'id_ID' });
    const [call] = service.calls;
    expect(call).toMatchObject({
      path: '/web/v1/sdk/session',
      body: { publicId: 'pub-1', embedOrigin: 'https://shop.example' },
    });
    expect(call!.headers.get('x-onekyc-token')).toBe('handed');
  });

  it('takes language and theme of the launch over those of the session', async () => {
    const handed = { ...HANDED, userLocale: 'en_ID', theme: { radius: 4 } };
    const { session } = open(success(EMBEDDED), handed as unknown as typeof HANDED);
    expect(await session).toMatchObject({ userLocale: 'en_ID', launchTheme: { radius: 4 } });
  });

  it.each([
    [401, 'UNAUTHORIZED'],
    [403, 'EMBED_ORIGIN_NOT_REGISTERED'],
    [400, 'SUBMISSION_DOES_NOT_EXIST'],
  ])('that is refused with %d %s leads back to the page', async (status, cause) => {
    const { session } = open(failure(status, cause));
    await expect(session).rejects.toBeInstanceOf(NotEmbeddedError);
  });

  it('may be tried again where a proxy answers in place of the service', async () => {
    const { session } = open({ status: 403, body: '<html>' });
    await expect(session).rejects.toMatchObject({ status: 403, reason: null });
  });

  it.each([503, 429])('may be tried again after %d', async (status) => {
    await expect(open(failure(status, 'X')).session).rejects.toMatchObject({ status });
  });
});

describe('the calls of a frame', () => {
  it('ask the page for its token where a cookie would be asked', async () => {
    const service = createFakeService(({ headers }) =>
      headers.get('x-onekyc-token') === 'fresh'
        ? success({ status: 'IN_PROGRESS', nextAction: null, reasonCode: null })
        : failure(401, 'UNAUTHORIZED'),
    );
    const tokens = ['stale', 'fresh'];
    const api = createCaptureApi({
      fetch: service.fetch,
      publicId: 'pub-1',
      sdkSessionId: 'sdk-1',
      repeatKey: 'key-1',
      openEmbedded: async () => await open(success(EMBEDDED), next(tokens)).session,
    });
    await api.renew();
    expect(await api.readProgress()).toMatchObject({ status: 'IN_PROGRESS' });
    expect(service.calls.map(({ path }) => path)).not.toContain('/web/v1/launch/renew');
    expect(tokens).toEqual([]);
  });

  it('end the session when the page has no token that is good', async () => {
    const service = createFakeService(() => failure(401, 'UNAUTHORIZED'));
    let opened = 0;
    const api = createCaptureApi({
      fetch: service.fetch,
      publicId: 'pub-1',
      sdkSessionId: 'sdk-1',
      repeatKey: 'key-1',
      openEmbedded: () => {
        opened += 1;
        const answer = opened === 1 ? success(EMBEDDED) : failure(401, 'UNAUTHORIZED');
        return open(answer).session;
      },
    });
    await api.renew();
    await expect(api.readProgress()).rejects.toMatchObject({ name: 'SessionOverError' });
  });
});

function next(tokens: string[]): typeof HANDED {
  return { ...HANDED, token: tokens.shift()! };
}
