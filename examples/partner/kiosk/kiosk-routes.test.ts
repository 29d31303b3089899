import request from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDetails } from '../testing/details.js';
import {
  CARD,
  createPartnerUnderTest,
  type PartnerUnderTest,
} from '../testing/partner-under-test.js';

describe('the kiosk', () => {
  let partner: PartnerUnderTest;

  beforeEach(() => {
    partner = createPartnerUnderTest();
  });

  const checkIn = async (body: object = { host: 'Ratna', badgeStyle: 'FIRST' }) => {
    const answer = await request(partner.app).post('/api/kiosk/visits').send(body).expect(201);
    return answer.body as { visitId: string; phoneUrl: string };
  };
  const read = async (visitId: string) =>
    (await request(partner.app).get(`/api/kiosk/visits/${visitId}`).expect(200)).body as object;

  it('gives the phone an address of ours, as a QR code too', async () => {
    const { visitId, phoneUrl } = await checkIn();
    expect(phoneUrl).toBe(`http://partner.example/sessions/${visitId}/open`);
    const image = await request(partner.app).get(`/api/kiosk/visits/${visitId}/qr.svg`).expect(200);
    expect(image.headers['content-type']).toContain('image/svg+xml');
    expect((image.body as Buffer).toString()).toMatch(/^<svg/);
  });

  it('prints a badge once the callback is verified, with as much of the name as the host wants', async () => {
    const { visitId } = await checkIn();
    expect(await read(visitId)).toMatchObject({ state: 'WAITING', isOpened: false, badge: null });
    await request(partner.app).get(`/sessions/${visitId}/open`).expect(302);
    expect(await read(visitId)).toMatchObject({ state: 'WAITING', isOpened: true, badge: null });
    await partner.end(visitId, { submissionDetails: CARD });
    await vi.waitFor(async () => {
      expect(await read(visitId)).toMatchObject({ badge: { name: 'Siti R.', host: 'Ratna' } });
    });
    expect(JSON.stringify(await read(visitId))).not.toMatch(/REKAAN|1234|1990/);
  });

  it('opens no door on details that were asked for without a callback', async () => {
    const { visitId } = await checkIn();
    const details = createDetails({ partnerSessionId: visitId, submissionDetails: CARD });
    partner.accounts.main.details = details;
    await request(partner.app).post(`/api/sessions/${visitId}/refresh`).expect(200);
    expect(await read(visitId)).toMatchObject({ state: 'WAITING', badge: null });
  });

  it('prints nothing for somebody who was rejected', async () => {
    const { visitId } = await checkIn();
    await partner.end(visitId, { result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' });
    await vi.waitFor(async () => {
      expect(await read(visitId)).toMatchObject({ state: 'REJECTED', badge: null });
    });
  });

  it('refuses a visit to nobody and does not know other visits', async () => {
    const start = (body: object) => request(partner.app).post('/api/kiosk/visits').send(body);
    await start({ host: ' ', badgeStyle: 'FULL' }).expect(400);
    await start({ host: 'Ratna', badgeStyle: 'NIK' }).expect(400);
    const session = await partner.start({ showcase: 'signup' });
    await request(partner.app).get(`/api/kiosk/visits/${session}`).expect(404);
    await request(partner.app).get(`/api/kiosk/visits/${session}/qr.svg`).expect(404);
  });
});
