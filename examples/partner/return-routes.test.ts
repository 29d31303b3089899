import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPartnerUnderTest, type PartnerUnderTest } from './testing/partner-under-test.js';

describe('coming back from the capture page', () => {
  let partner: PartnerUnderTest;

  beforeEach(() => {
    partner = createPartnerUnderTest();
  });

  const goBack = (path: string, query: Record<string, string>) =>
    request(partner.app).get(`/return/${path}`).query(query);
  const read = async (id: string) =>
    (await request(partner.app).get(`/api/sessions/${id}`)).body as Record<string, unknown>;

  it('leads to the page that the session was started on', async () => {
    const id = await partner.start({ showcase: 'loan' });
    const query = { status: 'COMPLETED', partner_session_id: id };
    const answer = await goBack('success', query).expect(303);
    expect(answer.headers.location).toBe(`/loan?session=${id}`);
    expect(await read(id)).toMatchObject({
      returned: { path: 'success', status: 'COMPLETED', errorCode: null },
    });
  });

  it('shows the page of sessions for a session without a page', async () => {
    const id = await partner.start({ flow: 'KTP_SCAN' });
    const query = { status: 'COMPLETED', partner_session_id: id };
    await goBack('success', query).expect(200).expect('content-type', /html/);
  });

  it('does not believe an address that claims a verdict', async () => {
    const id = await partner.start({ showcase: 'signup' });
    const lie = { status: 'COMPLETED', result: 'VALID', state: 'ACCEPTED' };
    await goBack('success', { ...lie, partner_session_id: id });
    expect(await read(id)).toMatchObject({ state: 'WAITING', status: 'IN_PROGRESS', result: null });
    const prefill = await request(partner.app).get(`/api/sessions/${id}/prefill`).expect(200);
    expect(prefill.body).toMatchObject({ state: 'WAITING', fields: null });
  });

  it('lets the backend correct an address that claims a failure', async () => {
    const id = await partner.start({ showcase: 'seller' });
    await partner.end(id, { result: 'VALID' });
    await goBack('failure', { status: 'ERROR', error_code: 'FRAUD', partner_session_id: id });
    expect(await read(id)).toMatchObject({ state: 'ACCEPTED', result: 'VALID' });
  });

  it.each(['A\r\nset-cookie: a=b', '<script>', 'lower', 'X'.repeat(61)])(
    'passes on nothing that is no code: %j',
    async (errorCode) => {
      const id = await partner.start({ showcase: 'loan' });
      const query = { status: errorCode, error_code: errorCode, partner_session_id: id };
      const answer = await goBack('failure', query).expect(303);
      expect(answer.headers.location).toBe(`/loan?session=${id}`);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(await read(id)).toMatchObject({ returned: { status: null, errorCode: null } });
    },
  );

  it('leads nowhere for a session that is not known, whatever its name', async () => {
    const hostile = 'x\r\nlocation: https://evil.example';
    const answer = await goBack('success', { partner_session_id: hostile }).expect(200);
    expect(answer.headers.location).toBeUndefined();
    await goBack('elsewhere', {}).expect(404);
  });
});
