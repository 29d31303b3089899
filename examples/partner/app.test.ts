import request from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDetails } from './testing/details.js';
import { createPartnerUnderTest, type PartnerUnderTest } from './testing/partner-under-test.js';

const minimal = {
  submissionId: '0198c7f0-0000-7000-8000-000000000001',
  status: 'COMPLETED',
  result: 'VALID',
  reasonCode: null,
};

describe('the sample partner', () => {
  let partner: PartnerUnderTest;

  beforeEach(() => {
    partner = createPartnerUnderTest();
  });

  const start = () => partner.start({ flow: 'KTP_SCAN' });
  const read = async (id: string) => {
    const answer = await request(partner.app).get(`/api/sessions/${id}`).expect(200);
    return answer.body as {
      timeline: { step: string; detail: string }[];
      [member: string]: unknown;
    };
  };
  const stepsOf = async (id: string) => (await read(id)).timeline.map(({ step }) => step);

  it('starts a session and gives a script the launch URL', async () => {
    const answer = await request(partner.app).post('/api/sessions').send({ flow: 'KTP_SCAN' });
    const { partnerSessionId, launchUrl } = answer.body as Record<string, string>;
    expect(launchUrl).toBe(`https://kenali.example/s/${partnerSessionId!}#t=0`);
    expect(await stepsOf(partnerSessionId!)).toEqual(['token', 'initiated']);
    expect(JSON.stringify(await read(partnerSessionId!))).not.toContain('#t=');
  });

  it.each([{ flow: 'FACE_MATCH' }, { showcase: 'face-login' }, { showcase: '__proto__' }, {}])(
    'refuses to start %j',
    async (body) => {
      await request(partner.app).post('/api/sessions').send(body).expect(400);
    },
  );

  it('gives who tries again a new session of the same person', async () => {
    const first = await partner.start({ showcase: 'seller' });
    const second = await partner.start({ showcase: 'seller', again: first });
    await partner.start({ showcase: 'seller' });
    const [one, two, other] = partner.accounts.main.initiated;
    expect(second).not.toBe(first);
    expect(two?.userId).toBe(one?.userId);
    expect(other?.userId).not.toBe(one?.userId);
  });

  it('sends the person to the launch URL, and to a fresh one the next time', async () => {
    const id = await start();
    const open = () => request(partner.app).get(`/sessions/${id}/open`).expect(302);
    const addresses = [(await open()).headers.location, (await open()).headers.location];
    expect(addresses).toEqual(partner.accounts.main.initiated.map(({ launchUrl }) => launchUrl));
    expect(new Set(addresses).size).toBe(2);
  });

  it('takes a verified callback, answers it and fetches the details', async () => {
    const partnerSessionId = await start();
    const details = createDetails({ partnerSessionId, submissionDetails: { livenessScore: 0.9 } });
    partner.accounts.main.details = details;
    expect(await partner.callBack({ ...minimal, partnerSessionId }, { id: 'msg_9' })).toBe(200);
    await vi.waitFor(async () => {
      const steps = await stepsOf(partnerSessionId);
      expect(steps).toEqual(['token', 'initiated', 'callback', 'details']);
    });
    expect(await read(partnerSessionId)).toMatchObject({
      result: 'VALID',
      callback: { webhookId: 'msg_9', body: minimal },
      details,
    });
  });

  it('answers 200 though Kenali does not answer, for the callback is kept', async () => {
    const partnerSessionId = await start();
    expect(await partner.callBack({ ...minimal, partnerSessionId })).toBe(200);
    expect(await read(partnerSessionId)).toMatchObject({ result: 'VALID', details: null });
  });

  it('shows a session that was started elsewhere', async () => {
    const body = { ...minimal, partnerSessionId: 'from-the-cli', submissionType: 'KYC_LITE' };
    await partner.callBack(body);
    await vi.waitFor(async () => {
      expect(await read('from-the-cli')).toMatchObject({ flow: 'KYC_LITE', canOpen: false });
    });
  });

  it('asks for the details when the callback does not arrive', async () => {
    const partnerSessionId = await start();
    partner.accounts.main.details = createDetails({ partnerSessionId, result: 'INVALID' });
    await request(partner.app).post(`/api/sessions/${partnerSessionId}/refresh`).expect(200);
    expect(await read(partnerSessionId)).toMatchObject({ callback: null, result: 'INVALID' });
  });

  it('says that it is ready and serves its pages', async () => {
    await request(partner.app).get('/readyz').expect(200);
    const pages = ['/', '/signup', '/seller', '/kiosk', '/loan', '/face-login', '/sandbox'];
    for (const page of [...pages, '/kiosk-thanks', '/sandbox/SANDBOX-VALID']) {
      const answer = await request(partner.app)
        .get(page)
        .expect(200)
        .expect('content-type', /html/);
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe-inline');
      // Nothing is asked of another host, and nothing is written in the page that the policy bars.
      expect(answer.text).not.toMatch(/(src|href)="(https?:)?\/\/|style="|<style|onclick/);
    }
  });
});
