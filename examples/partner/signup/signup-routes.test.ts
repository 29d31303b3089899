import request from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CARD,
  createPartnerUnderTest,
  type PartnerUnderTest,
} from '../testing/partner-under-test.js';

describe('signing up with a card', () => {
  let partner: PartnerUnderTest;
  let id: string;

  beforeEach(async () => {
    partner = createPartnerUnderTest();
    id = await partner.start({ showcase: 'signup' });
  });

  const readPrefill = async () =>
    (await request(partner.app).get(`/api/sessions/${id}/prefill`).expect(200)).body as {
      fields: Record<string, { value: string | null }> | null;
    };
  const endWith = async (outcome: object) => {
    await partner.end(id, { submissionDetails: CARD, ...outcome });
    await vi.waitFor(async () => {
      const answer = await request(partner.app).get(`/api/sessions/${id}`);
      expect((answer.body as { details: unknown }).details).not.toBeNull();
    });
  };
  const submit = (form: object) =>
    request(partner.app).post(`/api/sessions/${id}/account`).send(form);
  const { nik, name, dateOfBirth } = CARD.ktpDetails;
  const form = { nik, name, dateOfBirth, email: 'siti@shop.example' };

  it('fills the form with what the backend was told', async () => {
    await endWith({});
    const { fields } = await readPrefill();
    expect(fields?.name?.value).toBe('SITI REKAAN');
    expect(fields?.address?.value).toBeNull();
  });

  it('fills nothing from a card that was rejected', async () => {
    await endWith({ result: 'INVALID', reasonCode: 'NOT_EKTP' });
    expect(await readPrefill()).toMatchObject({ state: 'REJECTED', fields: null });
    await submit(form).expect(409);
  });

  it('makes an account and names what was corrected, without repeating the NIK', async () => {
    await endWith({});
    const answer = await submit({ ...form, name: 'SITI R', address: 'JL B' }).expect(201);
    expect(answer.body).toMatchObject({ nik: '••••••••••••1234', corrected: ['name'] });
    expect(answer.text).not.toContain(form.nik);
  });

  it('says which fields are wrong', async () => {
    await endWith({});
    const answer = await submit({ ...form, nik: '1', email: 'x' }).expect(400);
    const { problems } = answer.body as { problems: object };
    expect(Object.keys(problems).sort()).toEqual(['email', 'nik']);
  });

  it('knows no form of an unknown session', async () => {
    await request(partner.app).get('/api/sessions/unknown/prefill').expect(404);
    await request(partner.app).post('/api/sessions/unknown/account').send(form).expect(409);
  });
});
