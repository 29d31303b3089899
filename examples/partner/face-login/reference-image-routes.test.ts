import express from 'express';
import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPhotographStore, type PhotographStore } from './photograph-store.js';
import { createReferenceImageRoutes } from './reference-image-routes.js';

const AUTHORIZATION = 'Bearer a-secret-of-the-test';
const NAMES = {
  'x-partner-user-id': 'user-1',
  'x-partner-user-id-type': 'T',
  'x-partner-session-id': 's',
};

describe('the reference image', () => {
  let photographs: PhotographStore;
  let nowMs: number;
  let app: express.Express;

  beforeEach(() => {
    photographs = createPhotographStore();
    nowMs = Date.parse('2026-11-22T08:00:00Z');
    app = createApp(AUTHORIZATION);
  });

  const createApp = (authorization: string | null) =>
    express().use(
      createReferenceImageRoutes({
        publicUrl: 'http://partner.example',
        authorization,
        photographs,
        now: () => nowMs,
      }),
    );
  const ask = (headers: Record<string, string>) =>
    request(app).get('/coe/reference-image-url').set(headers);
  const askLink = async () => {
    const answer = await ask({ ...NAMES, authorization: AUTHORIZATION }).expect(200);
    const { data } = answer.body as { data: { url: string; expires_at: string } };
    return { link: data.url.replace('http://partner.example', ''), expiresAt: data.expires_at };
  };

  it('is given to who has the key', async () => {
    await ask(NAMES).expect(401);
    await ask({ ...NAMES, authorization: 'Bearer wrong' }).expect(401);
    await ask({ authorization: AUTHORIZATION }).expect(400);
    app = createApp(null);
    await ask({ ...NAMES, authorization: 'null' }).expect(401);
  });

  it('is the photograph that the customer enrolled', async () => {
    const bytes = Buffer.from('ffd8ffe000', 'hex');
    photographs.enrol('user-1', bytes);
    const { link } = await askLink();
    expect(link).not.toContain('user-1');
    const image = await request(app).get(link).expect(200).expect('content-type', 'image/jpeg');
    expect(image.body).toEqual(bytes);
  });

  it('is a drawn face where there is none', async () => {
    const { link } = await askLink();
    const image = await request(app).get(link).expect(200).expect('content-type', 'image/png');
    expect((image.body as Buffer).subarray(1, 4).toString()).toBe('PNG');
  });

  it('has a link that works for five minutes and cannot be changed', async () => {
    const other = photographs.enrol('user-2', Buffer.from('ffd8ffe000', 'hex'));
    const { link, expiresAt } = await askLink();
    expect(Number(expiresAt) * 1000 - nowMs).toBe(300_000);
    await request(app)
      .get(link.replace(expiresAt, String(Number(expiresAt) + 1)))
      .expect(404);
    await request(app)
      .get(link.replace('placeholder', other?.id ?? ''))
      .expect(404);
    nowMs += 301_000;
    await request(app).get(link).expect(404);
  });
});
