import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
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

describe('the contract client', () => {
  let server: Server;
  let kenali: KenaliClient;
  let issued: number;
  let revoked: string[];
  let bodies: string[];

  beforeEach(async () => {
    issued = 0;
    revoked = [];
    bodies = [];
    server = createServer((request, response) => {
      const answer = (status: number, body: object) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      if (request.url === '/v1/coe/partner/authentication') {
        issued += 1;
        const token = `token-${String(issued)}`;
        answer(200, { success: true, data: { token, expiry_seconds: '3600', expires_at: '1' } });
      } else if (revoked.includes(String(request.headers['x-onekyc-token']))) {
        answer(401, { success: false, errors: [{ code: '110', cause: 'UNAUTHORIZED' }] });
      } else {
        request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
        request.on('end', () => {
          const launchUrl = 'https://kenali.example/s/x#t=y';
          answer(200, { success: true, data: { launchUrl, expires_at: '1783336059' } });
        });
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const baseUrl = `http://127.0.0.1:${String(port)}`;
    const credentials = { baseUrl, partnerCode: 'DEMO', clientId: 'c', passKey: 'p' };
    kenali = createKenaliClient(credentials, 'https://shop.example');
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const initiate = () => kenali.initiateFlow({ partnerSessionId: 's', userId: 'u' }, 'KYC_LITE');

  it('initiates a web session that returns to the partner', async () => {
    expect(await initiate()).toEqual({
      launchUrl: 'https://kenali.example/s/x#t=y',
      expiresAtMs: 1_783_336_059_000,
    });
    expect(JSON.parse(bodies.join(''))).toEqual({
      flow: 'KYC_LITE',
      source: 'WEB_SDK',
      successRedirectionUrl: 'https://shop.example/return/success',
      failureRedirectionUrl: 'https://shop.example/return/failure',
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
});
