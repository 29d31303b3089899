import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPartnerUnderTest, type PartnerUnderTest } from './testing/partner-under-test.js';

interface Embedded {
  readonly partnerSessionId: string;
  readonly userToken: string;
  readonly kenaliUrl: string;
}

describe('a page that shows the capture app over itself', () => {
  let partner: PartnerUnderTest;

  beforeEach(() => {
    partner = createPartnerUnderTest();
  });

  const start = async (body: object = { showcase: 'loan' }) => {
    const answer = await request(partner.app).post('/api/embedded-sessions').send(body).expect(201);
    return answer.body as Embedded;
  };
  const read = async (id: string) =>
    (await request(partner.app).get(`/api/sessions/${id}`)).body as {
      timeline: { step: string }[];
      canOpen: boolean;
    };

  it('is given a user token, and nothing that opens more than its session', async () => {
    const { partnerSessionId, userToken, kenaliUrl } = await start();
    expect(userToken).toBe(`user-token-of-${partnerSessionId}-0`);
    expect(kenaliUrl).toBe('https://kenali.example');
    const { timeline, canOpen } = await read(partnerSessionId);
    expect(timeline.map(({ step }) => step)).toEqual(['token', 'initiated', 'opened']);
    // A launch URL cannot be had for a session that was begun for an SDK.
    expect(canOpen).toBe(false);
    expect(JSON.stringify(await read(partnerSessionId))).not.toContain(userToken);
    const open = await request(partner.app).get(`/sessions/${partnerSessionId}/open`).expect(302);
    expect(open.headers.location).toBe('/loan');
  });

  it('goes on with a session that was left, with a fresh token', async () => {
    const first = await start();
    const second = await start({ showcase: 'loan', goOn: first.partnerSessionId });
    expect(second.partnerSessionId).toBe(first.partnerSessionId);
    expect(second.userToken).not.toBe(first.userToken);
  });

  it('begins anew after the end, and where the session is none of its own', async () => {
    const first = await start();
    await partner.end(first.partnerSessionId, { result: 'INVALID' });
    const others = [first.partnerSessionId, 'unknown', await partner.start({ flow: 'KTP_SCAN' })];
    for (const goOn of others) {
      const { partnerSessionId } = await start({ showcase: 'loan', goOn });
      expect(partnerSessionId).not.toBe(goOn);
    }
  });

  it.each([{ showcase: 'seller' }, {}, { showcase: 'loan', userId: 'user-1' }])(
    'is refused %j',
    async (body) => {
      await request(partner.app).post('/api/embedded-sessions').send(body).expect(400);
    },
  );

  it('may frame Kenali and give it the camera, and nobody else', async () => {
    const { headers } = await request(partner.app).get('/loan').expect(200);
    const policy = headers['content-security-policy']!;
    expect(policy).toContain('frame-src https://kenali.example;');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['permissions-policy']).toContain('camera=(self "https://kenali.example")');
  });
});
