import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStage, REDIRECTS, type ContractStage } from '../../support/contract/contract-stage.js';
import { refusalsOf } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');

let stage: ContractStage;

beforeAll(async () => {
  stage = await openStage(platform);
});

afterAll(() => stage.close());

/** Contract §3 body table and §11. */
describe('initiate for a browser', () => {
  it.each([
    { given: {}, told: { userLocale: 'id_ID', theme: 'NO_PREFERENCE' } },
    { given: { userLocale: 'en_ID' }, told: { userLocale: 'en_ID' } },
    { given: { additionalDetails: { userLocale: 'en_US' } }, told: { userLocale: 'en_US' } },
    { given: { theme: 'DARK_MODE' }, told: { theme: 'DARK_MODE' } },
    { given: { theme: 'LIGHT_MODE' }, told: { theme: 'LIGHT_MODE' } },
    { given: { unknownMember: [1, 2] }, told: { flow: 'KTP_SCAN' } },
  ])('takes $given', async ({ given, told }) => {
    const session = stage.begin('SANDBOX-VALID');
    expect(await session.openInBrowser({ ...REDIRECTS, ...given })).toMatchObject(told);
  });

  it('keeps the query of the redirection addresses', async () => {
    const { redirect } = await stage.begin('SANDBOX-VALID').openInBrowser(REDIRECTS);
    expect(redirect).toEqual({
      success: REDIRECTS.successRedirectionUrl,
      failure: REDIRECTS.failureRedirectionUrl,
    });
  });

  it.each([
    'https://partner.example.evil.example/done',
    'https://partner.example:8443/done',
    'http://partner.example/done',
    'https://partner.example@evil.example/',
    '//partner.example/done',
    'javascript:alert(1)',
  ])('sends nobody to %s', async (successRedirectionUrl) => {
    const answer = await stage.begin('SANDBOX-VALID').initiate({
      source: 'WEB_SDK',
      ...REDIRECTS,
      successRedirectionUrl,
    });
    expect(refusalsOf(answer)).toEqual(['400 1540 INVALID_SUCCESS_REDIRECTION_URL']);
  });

  /** The truth table of Smart QR, with the partner's default and the session's own word. */
  it.each([
    { allowQr: false, forceQr: false, qr: { allowed: false, forced: false } },
    { allowQr: false, forceQr: true, qr: { allowed: true, forced: true } },
    { allowQr: true, forceQr: false, qr: { allowed: true, forced: false } },
    { allowQr: true, forceQr: true, qr: { allowed: true, forced: true } },
  ])('allowQr $allowQr, forceQr $forceQr: $qr', async ({ allowQr, forceQr, qr }) => {
    const asked = await stage.begin('SANDBOX-VALID').openInBrowser({
      ...REDIRECTS,
      additionalDetails: { allowQr, forceQr },
    });
    expect(asked.qr).toEqual(qr);
    const byDefault = await stage.createPartner({ allowQr, forceQr });
    const set = await stage.begin('SANDBOX-VALID', 'KTP_SCAN', byDefault).openInBrowser(REDIRECTS);
    expect(set.qr).toEqual(qr);
  });

  it('repeated gives the same submission and a fresh way in', async () => {
    const session = stage.begin('SANDBOX-VALID');
    const first = await session.openInBrowser(REDIRECTS);
    const second = await session.openInBrowser(REDIRECTS);
    expect(second.submissionId).toBe(first.submissionId);
  });

  it('is refused for a flow that the partner is not set to', async () => {
    const few = await stage.createPartner({ flows: ['KYC_LITE'] });
    const answer = await stage.begin('SANDBOX-VALID', 'KTP_SCAN', few).initiate();
    expect(refusalsOf(answer)).toEqual(['400 1540 INVALID_FLOW']);
  });
});
