import request from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDetails } from './testing/details.js';
import { createPartnerUnderTest, type PartnerUnderTest } from './testing/partner-under-test.js';

const SUBMISSION = { submissionId: 's-1', status: 'COMPLETED', result: 'VALID', reasonCode: null };

describe('a callback to the sample partner', () => {
  let partner: PartnerUnderTest;
  let partnerSessionId: string;

  beforeEach(async () => {
    partner = createPartnerUnderTest();
    partnerSessionId = await partner.start({ showcase: 'signup' });
  });

  const read = async () => {
    const answer = await request(partner.app).get(`/api/sessions/${partnerSessionId}`);
    return answer.body as { timeline: { step: string }[]; callback: unknown; result: unknown };
  };
  const countCallbacks = async () =>
    (await read()).timeline.filter(({ step }) => step === 'callback').length;
  const expectNothingKept = async () => {
    expect(await read()).toMatchObject({ callback: null, result: null });
  };

  it('is taken once, however often it is delivered', async () => {
    const body = { ...SUBMISSION, partnerSessionId };
    const answers = await Promise.all([1, 2, 3].map(() => partner.callBack(body)));
    expect(answers).toEqual([200, 200, 200]);
    expect(await countCallbacks()).toBe(1);
    await partner.callBack(body, { id: 'msg_2' });
    expect(await countCallbacks()).toBe(2);
  });

  it('is refused when it is forged, and nothing of it is kept', async () => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    expect(await partner.callBack({ ...SUBMISSION, partnerSessionId }, { secret })).toBe(401);
    await expectNothingKept();
  });

  it('is refused when it is old, though its signature fits', async () => {
    const at = new Date(Date.now() - 6 * 60_000);
    expect(await partner.callBack({ ...SUBMISSION, partnerSessionId }, { at })).toBe(401);
    await expectNothingKept();
  });

  it('may still be delivered after a forged one of the same id', async () => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    await partner.callBack({ ...SUBMISSION, partnerSessionId }, { secret, id: 'msg_5' });
    await partner.callBack({ ...SUBMISSION, partnerSessionId }, { id: 'msg_5' });
    expect(await countCallbacks()).toBe(1);
  });

  it('is refused when it is larger than any callback, before it is looked at', async () => {
    const padding = 'x'.repeat(300 * 1024);
    expect(await partner.callBack({ ...SUBMISSION, partnerSessionId, padding })).toBe(413);
    await expectNothingKept();
  });

  it('is refused with nothing in it', async () => {
    await request(partner.app).post('/coe/submissions-callback').expect(401);
  });

  it('finds its session by its details when it is minimal', async () => {
    partner.accounts.main.details = createDetails({ partnerSessionId });
    expect(await partner.callBack(SUBMISSION)).toBe(200);
    await vi.waitFor(async () => {
      expect(await read()).toMatchObject({ callback: { body: SUBMISSION } });
    });
  });

  it('finds the session of another account when the first does not know it', async () => {
    partner.accounts.sandbox.details = createDetails({ partnerSessionId });
    expect(await partner.callBack(SUBMISSION)).toBe(200);
    await vi.waitFor(async () => {
      expect(await read()).toMatchObject({ callback: { body: SUBMISSION } });
    });
  });
});
