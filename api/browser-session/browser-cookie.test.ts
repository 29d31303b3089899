import { parseSetCookie } from 'cookie';
import express from 'express';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { readBrowserCookie, setBrowserCookie } from './browser-cookie.js';

const PUBLIC_ID = 'AAAAAAAAAAAAAAAAAAAAAA';

function serve(publicUrl: string) {
  const app = express();
  app.get('/set', (_req, res) => {
    const expiresAt = new Date(Date.now() + 60_000);
    setBrowserCookie(res, { publicId: PUBLIC_ID, publicUrl, secret: 's', expiresAt });
    res.end();
  });
  app.get('/read', (req, res) => {
    res.json(readBrowserCookie(req, { publicId: PUBLIC_ID, publicUrl }) ?? null);
  });
  return supertest(app);
}

describe('the cookie of a browser session', () => {
  it('belongs over https to this host alone, which its name has the browser hold to', async () => {
    const answer = await serve('https://kyc.example').get('/set');
    const [set = ''] = answer.headers['set-cookie'] as unknown as string[];
    const cookie = parseSetCookie(set);
    expect(cookie).toMatchObject({
      name: `__Host-kenali_${PUBLIC_ID}`,
      secure: true,
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
    });
    expect(cookie.domain).toBeUndefined();
  });

  it('is read under the name that only this host can set before any other', async () => {
    const service = serve('https://kyc.example');
    const ask = (cookie: string) => service.get('/read').set('cookie', cookie);
    const ours = `__Host-kenali_${PUBLIC_ID}=s`;
    expect((await ask(ours)).body).toBe('s');
    expect((await ask(`kenali_${PUBLIC_ID}=planted; ${ours}`)).body).toBe('s');
    expect((await ask('__Host-kenali_other=s')).body).toBeNull();
  });

  it('is read under its earlier name, so that an upgrade ends no session', async () => {
    const read = await serve('https://kyc.example')
      .get('/read')
      .set('cookie', `kenali_${PUBLIC_ID}=s`);
    expect(read.body).toBe('s');
  });

  it('has a plain name where a trial runs without https', async () => {
    const service = serve('http://127.0.0.1:8080');
    const answer = await service.get('/set');
    const [set = ''] = answer.headers['set-cookie'] as unknown as string[];
    expect(parseSetCookie(set)).toMatchObject({ name: `kenali_${PUBLIC_ID}` });
    const read = await service.get('/read').set('cookie', `kenali_${PUBLIC_ID}=s`);
    expect(read.body).toBe('s');
  });
});
