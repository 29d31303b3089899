import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKenaliClient, type KenaliClient } from './kenali-client.js';
import { createTokenCache } from './kenali-token.js';

describe('the token cache', () => {
  it('renews a minute before the end and shares one request', async () => {
    let nowMs = 0;
    let fetched = 0;
    const tokens = createTokenCache(
      () => Promise.resolve({ value: `t${String(++fetched)}`, lifetimeSeconds: 3600 }),
      () => nowMs,
    );
    expect(await Promise.all([tokens.get(), tokens.get()])).toEqual(['t1', 't1']);
    nowMs = 3_539_999;
    expect(await tokens.get()).toBe('t1');
    nowMs = 3_540_000;
    expect(await tokens.get()).toBe('t2');
  });

  it('fetches again after a failure', async () => {
    const answers = [Promise.reject(new Error('away')), Promise.resolve('t')];
    const tokens = createTokenCache(async () => ({
      value: (await answers.shift()) ?? '',
      lifetimeSeconds: 60,
    }));
    await expect(tokens.get()).rejects.toThrow('away');
    expect(await tokens.get()).toBe('t');
  });
});

interface Seen {
  readonly call: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

describe('the contract client', () => {
  const session = { partnerSessionId: 's', userId: 'u' };
  const names = {
    'x-partner-session-id': 's',
    'x-partner-user-id': 'u',
    'x-partner-user-id-type': 'SAMPLE_SHOP_USER_ID',
  };
  let server: Server;
  let baseUrl: string;
  let kenali: KenaliClient;
  let issued: number;
  let revoked: string[];
  let seen: Seen[];
  let answer: { readonly status: number; readonly body: object };

  const answerWith = (data: object, status = 200) => {
    answer = { status, body: { success: true, data } };
  };

  beforeEach(async () => {
    issued = 0;
    revoked = [];
    seen = [];
    answerWith({ launchUrl: 'https://kenali.example/s/x#t=y', expires_at: '1783336059' });
    server = createServer((request, response) => {
      const reply = (status: number, body: object) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      if (request.url === '/v1/coe/partner/authentication') {
        issued += 1;
        const token = `token-${String(issued)}`;
        reply(200, { success: true, data: { token, expiry_seconds: '3600', expires_at: '1' } });
      } else if (revoked.includes(String(request.headers['x-onekyc-token']))) {
        reply(401, { success: false, errors: [{ code: '110', cause: 'UNAUTHORIZED' }] });
      } else {
        const { method = '', url = '', headers } = request;
        let text = '';
        request.on('data', (chunk: Buffer) => (text += chunk.toString()));
        request.on('end', () => {
          const body = text === '' ? null : (JSON.parse(text) as unknown);
          seen.push({ call: `${method} ${url}`, headers, body });
          reply(answer.status, answer.body);
        });
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    baseUrl = `http://127.0.0.1:${String(port)}`;
    const account = { baseUrl, partnerCode: 'DEMO', clientId: 'c', passKey: 'p' };
    kenali = createKenaliClient(account, 'https://shop.example');
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const initiate = () => kenali.initiateFlow(session, 'KYC_LITE');

  it('initiates a web session that returns to the partner', async () => {
    expect(await initiate()).toEqual({
      launchUrl: 'https://kenali.example/s/x#t=y',
      expiresAtMs: 1_783_336_059_000,
    });
    expect(seen).toMatchObject([
      {
        call: 'POST /coe-partner/v1/initiate-flow',
        headers: {
          ...names,
          'x-onekyc-token': 'token-1',
          'x-onboarding-partner': 'DEMO-WEB_SDK-KYC_LITE',
        },
        body: {
          flow: 'KYC_LITE',
          source: 'WEB_SDK',
          successRedirectionUrl: 'https://shop.example/return/success',
          failureRedirectionUrl: 'https://shop.example/return/failure',
        },
      },
    ]);
  });

  it('initiates a session of an app and gives its token', async () => {
    answerWith({ token: 'user', expiry_seconds: '3600', expires_at: '1783336059' });
    expect(await kenali.initiateSdkFlow(session, 'KTP_SCAN')).toEqual({
      token: 'user',
      expiresAtMs: 1_783_336_059_000,
    });
    expect(seen).toMatchObject([
      {
        headers: { 'x-onboarding-partner': 'DEMO-SDK-KTP_SCAN' },
        body: { flow: 'KTP_SCAN', source: 'SDK' },
      },
    ]);
  });

  it('reads details and status and cancels, by the session or by the submission', async () => {
    answerWith({ submissionId: 'x' });
    expect(await kenali.readDetails(session)).toEqual({ submissionId: 'x' });
    expect(await kenali.readStatus({ submissionId: 'x' })).toEqual({ submissionId: 'x' });
    await kenali.cancel({ submissionId: 'x' });
    expect(seen).toMatchObject([
      { call: 'GET /coe/v1/submissions', headers: names },
      { call: 'GET /coe-partner/v1/submissions/status', headers: { 'x-submission-id': 'x' } },
      { call: 'POST /coe-partner/v1/submissions/cancel', headers: { 'x-submission-id': 'x' } },
    ]);
    expect(seen.at(-1)?.headers).not.toHaveProperty('x-partner-user-id');
  });

  it('matches two faces, at once or later', async () => {
    const images = { selfieUrl: 'https://shop.example/1', referenceUrl: 'https://shop.example/2' };
    answerWith({ submissionId: 'x', status: 'COMPLETED', result: 'VALID', faceMatchScore: 0.9 });
    expect(await kenali.matchFaces(session, images)).toMatchObject({ result: 'VALID' });
    answerWith({ submissionId: 'x', status: 'IN_PROGRESS' }, 202);
    expect(await kenali.matchFaces(session, images)).toMatchObject({ status: 'IN_PROGRESS' });
    expect(seen[0]).toMatchObject({
      call: 'POST /coe-partner/v1/face-match',
      headers: { ...names, 'x-onboarding-partner': 'DEMO-BE-FACE_MATCH' },
      body: images,
    });
  });

  it('fetches a new token for one that is refused, once', async () => {
    await initiate();
    revoked = ['token-1'];
    await initiate();
    expect(issued).toBe(2);
    revoked = ['token-2', 'token-3'];
    await expect(initiate()).rejects.toMatchObject({ status: 401, cause: 'UNAUTHORIZED' });
    expect(issued).toBe(3);
  });

  it('tells what was refused by its cause, and does not repeat it', async () => {
    const error = { code: '1540', cause: 'INVALID_FLOW' };
    answer = { status: 400, body: { success: false, errors: [error] } };
    await expect(initiate()).rejects.toMatchObject({
      message: 'Initiate flow: HTTP 400 INVALID_FLOW',
      status: 400,
      cause: 'INVALID_FLOW',
    });
    expect(seen).toHaveLength(1);
  });

  it('says so when nobody answers', async () => {
    await kenali.authenticate();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    await expect(initiate()).rejects.toMatchObject({ status: null, cause: null });
  });
});
