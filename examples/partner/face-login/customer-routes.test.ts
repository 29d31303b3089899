import request from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CARD,
  createPartnerUnderTest,
  REFERENCE_AUTHORIZATION,
  type PartnerUnderTest,
} from '../testing/partner-under-test.js';

const JPEG = Buffer.from('ffd8ffe000', 'hex');

describe('logging in with the face', () => {
  let partner: PartnerUnderTest;
  let seller: string;

  beforeEach(async () => {
    partner = createPartnerUnderTest();
    seller = await partner.start({ showcase: 'seller' });
  });

  const list = async () => {
    const answer = await request(partner.app).get('/api/customers').expect(200);
    return (answer.body as { customers: { customerId: string; hasPhotograph: boolean }[] })
      .customers;
  };
  const accept = async () => {
    await partner.end(seller, { submissionDetails: CARD });
    await vi.waitFor(async () => {
      expect(await list()).toEqual([{ customerId: seller, name: 'Siti R.', hasPhotograph: false }]);
    });
  };
  const enrol = (id: string, bytes: Buffer) =>
    request(partner.app)
      .put(`/api/customers/${id}/photograph`)
      .set('content-type', 'image/jpeg')
      .send(bytes);

  it('is for sellers whom KYC Lite has accepted', async () => {
    expect(await list()).toEqual([]);
    await enrol(seller, JPEG).expect(404);
    await request(partner.app).post(`/api/customers/${seller}/logins`).expect(404);
    await accept();
    expect(JSON.stringify(await list())).not.toContain(CARD.ktpDetails.nik);
  });

  it('takes a photograph and starts a session of the same person with the other partner', async () => {
    await accept();
    await enrol(seller, JPEG).expect(200);
    expect(await list()).toMatchObject([{ hasPhotograph: true }]);
    const answer = await request(partner.app).post(`/api/customers/${seller}/logins`).expect(201);
    const login = partner.accounts.face.initiated[0];
    expect(answer.body).toEqual({ partnerSessionId: login?.partnerSessionId });
    expect(login).toMatchObject({
      flow: 'FACE_VERIFICATION',
      userId: partner.accounts.main.initiated[0]?.userId,
    });
    const link = await request(partner.app)
      .get('/coe/reference-image-url')
      .set({
        authorization: REFERENCE_AUTHORIZATION,
        'x-partner-user-id': login?.userId ?? '',
        'x-partner-user-id-type': 'T',
        'x-partner-session-id': login?.partnerSessionId ?? '',
      });
    expect((link.body as { data: { url: string } }).data.url).not.toContain('placeholder');
  });

  it('takes no photograph that is none, or too large', async () => {
    await accept();
    await enrol(seller, Buffer.from('hello')).expect(400);
    await enrol(seller, Buffer.alloc(6 * 1024 * 1024, 255)).expect(413);
    expect(await list()).toMatchObject([{ hasPhotograph: false }]);
  });
});
