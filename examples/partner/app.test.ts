import type { Express } from 'express';
import request from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPartnerApp } from './app.js';
import {
  CALLBACK_SECRET,
  createFakeKenali,
  signCallback,
  type FakeKenali,
} from './testing/fake-kenali.js';

const SUBMISSION_ID = '0198c7f0-0000-7000-8000-000000000001';
const AUTHORIZATION = 'Bearer a-secret-of-the-test';
const minimal = {
  submissionId: SUBMISSION_ID,
  status: 'COMPLETED',
  result: 'VALID',
  reasonCode: null,
};

describe('the sample partner', () => {
  let kenali: FakeKenali;
  let app: Express;

  beforeEach(() => {
    kenali = createFakeKenali();
    app = createPartnerApp(
      {
        port: 0,
        publicUrl: 'http://partner.example',
        kenali: { baseUrl: 'http://k', partnerCode: 'DEMO', clientId: 'c', passKey: 'p' },
        callbackSecret: CALLBACK_SECRET,
        referenceAuthorization: AUTHORIZATION,
      },
      kenali,
    );
  });

  const start = async () => {
    const answer = await request(app).post('/api/sessions').send({ flow: 'KTP_SCAN' }).expect(201);
    return answer.body as { partnerSessionId: string; launchUrl: string };
  };
  const send = (body: object, options = {}) => {
    const { text, headers } = signCallback(body, options);
    return request(app).post('/coe/submissions-callback').set(headers).send(text);
  };
  const read = async (id: string) => {
    const answer = await request(app).get(`/api/sessions/${id}`).expect(200);
    return answer.body as {
      timeline: { step: string; detail: string }[];
      [member: string]: unknown;
    };
  };
  const stepsOf = async (id: string) => (await read(id)).timeline.map(({ step }) => step);

  it('starts a session and gives a script the launch URL', async () => {
    const { partnerSessionId, launchUrl } = await start();
    expect(launchUrl).toBe(`https://kenali.example/s/${partnerSessionId}#t=0`);
    expect(await stepsOf(partnerSessionId)).toEqual(['token', 'initiated']);
    expect(JSON.stringify(await read(partnerSessionId))).not.toContain('#t=');
  });

  it('refuses a flow that it does not know', async () => {
    await request(app).post('/api/sessions').send({ flow: 'FACE_VERIFICATION' }).expect(400);
  });

  it('sends the person to the launch URL, and to a fresh one the next time', async () => {
    const { partnerSessionId, launchUrl } = await start();
    const open = () => request(app).get(`/sessions/${partnerSessionId}/open`).expect(302);
    expect((await open()).headers.location).toBe(launchUrl);
    expect((await open()).headers.location).toBe(`${launchUrl.slice(0, -1)}1`);
    expect(kenali.launches).toHaveLength(2);
  });

  it('takes a verified callback, answers it and fetches the details', async () => {
    const { partnerSessionId } = await start();
    kenali.details = { ...minimal, partnerSessionId, submissionDetails: { livenessScore: 0.9 } };
    await send({ ...minimal, partnerSessionId }, { id: 'msg_9' }).expect(200);
    await vi.waitFor(async () => {
      expect(await stepsOf(partnerSessionId)).toEqual([
        'token',
        'initiated',
        'callback',
        'details',
      ]);
    });
    expect(await read(partnerSessionId)).toMatchObject({
      result: 'VALID',
      callback: { webhookId: 'msg_9', body: minimal },
      details: kenali.details,
    });
  });

  it('takes a callback that is delivered twice once', async () => {
    const { partnerSessionId } = await start();
    const callback = { ...minimal, partnerSessionId };
    await send(callback).expect(200);
    await send(callback).expect(200);
    expect((await stepsOf(partnerSessionId)).filter((step) => step === 'callback')).toHaveLength(1);
  });

  it('refuses a callback with a wrong signature and keeps nothing of it', async () => {
    const { partnerSessionId } = await start();
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    await send({ ...minimal, partnerSessionId }, { secret }).expect(401);
    expect(await read(partnerSessionId)).toMatchObject({ callback: null, result: null });
  });

  it('finds the session of a minimal callback through its details', async () => {
    const { partnerSessionId } = await start();
    kenali.details = { ...minimal, partnerSessionId };
    await send(minimal).expect(200);
    expect(await read(partnerSessionId)).toMatchObject({ callback: { body: minimal } });
  });

  it('takes up the retry of a callback that it could not accept at first', async () => {
    const { partnerSessionId } = await start();
    await send(minimal).expect(502);
    kenali.details = { ...minimal, partnerSessionId };
    await send(minimal).expect(200);
    expect(await stepsOf(partnerSessionId)).toContain('callback');
  });

  it('shows a session that was started elsewhere', async () => {
    await send({ ...minimal, partnerSessionId: 'from-the-cli', submissionType: 'KYC_LITE' });
    expect(await read('from-the-cli')).toMatchObject({ flow: 'KYC_LITE', canOpen: false });
  });

  it('asks for the details when the callback does not arrive', async () => {
    const { partnerSessionId } = await start();
    kenali.details = { ...minimal, partnerSessionId, result: 'INVALID' };
    await request(app).post(`/api/sessions/${partnerSessionId}/refresh`).expect(200);
    expect(await read(partnerSessionId)).toMatchObject({ callback: null, result: 'INVALID' });
  });

  it('notes what the browser brought back and does not believe it', async () => {
    const { partnerSessionId } = await start();
    await request(app)
      .get('/return/success')
      .query({ status: 'COMPLETED', partner_session_id: partnerSessionId })
      .expect(200)
      .expect('content-type', /html/);
    const session = await read(partnerSessionId);
    expect(session.timeline.at(-1)).toMatchObject({ step: 'returned', detail: 'COMPLETED' });
    expect(session).toMatchObject({ status: 'IN_PROGRESS', result: null });
  });

  it('gives a reference image to who has the key, for five minutes', async () => {
    const names = {
      'x-partner-user-id': 'u',
      'x-partner-user-id-type': 'T',
      'x-partner-session-id': 's',
    };
    const ask = () => request(app).get('/coe/reference-image-url');
    await ask().set(names).expect(401);
    await ask().set(names).set('authorization', 'Bearer wrong').expect(401);
    await ask().set('authorization', AUTHORIZATION).expect(400);
    const answer = await ask().set(names).set('authorization', AUTHORIZATION).expect(200);
    const { url, expires_at } = (answer.body as { data: { url: string; expires_at: string } }).data;
    expect(Number(expires_at) - Date.now() / 1000).toBeGreaterThan(290);
    const link = url.replace('http://partner.example', '');
    const image = await request(app).get(link).expect(200).expect('content-type', 'image/png');
    expect((image.body as Buffer).subarray(1, 4).toString()).toBe('PNG');
    const longer = link.replace(expires_at, String(Number(expires_at) + 1));
    await request(app).get(longer).expect(404);
  });

  it('says that it is ready and serves its page', async () => {
    await request(app).get('/readyz').expect(200);
    const page = await request(app).get('/').expect(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  });
});
