import { beforeAll, describe, expect, inject, it } from 'vitest';
import { initiateFlowAnswer } from '../../../contract/schema/initiate-flow.js';
import { partnerTokenAnswer } from '../../../contract/schema/partner-token.js';
import {
  createOperator,
  type ContractPartner,
  type Operator,
} from '../../support/contract/contract-partner.js';
import { createSession } from '../../support/contract/contract-session.js';
import { call } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');
const REDIRECTS = {
  successRedirectionUrl: 'https://partner.example/done',
  failureRedirectionUrl: 'https://partner.example/failed',
};

let operator: Operator;

beforeAll(async () => {
  operator = await createOperator(platform);
});

const secondsLeft = (unixSeconds: string) => Number(unixSeconds) - Date.now() / 1000;

async function measure(partner: ContractPartner) {
  const issued = await call(
    platform.apiUrl,
    'GET /v1/coe/partner/authentication',
    partner.keys.PRODUCTION,
  );
  const session = createSession(platform.apiUrl, partner, { flow: 'KTP_SCAN' });
  const app = initiateFlowAnswer.parse((await session.initiate()).body).data;
  await session.openInApp();
  const { expires_at: uploadEnds } = await session.presign();
  const web = createSession(platform.apiUrl, partner, { flow: 'KTP_SCAN' });
  const launch = initiateFlowAnswer.parse(
    (await web.initiate({ source: 'WEB_SDK', ...REDIRECTS })).body,
  ).data;
  return {
    partnerToken: Number(partnerTokenAnswer.parse(issued.body).data.expiry_seconds),
    userToken: 'token' in app ? Number(app.expiry_seconds) : 0,
    launchToken: secondsLeft(launch.expires_at),
    uploadUrl: secondsLeft(uploadEnds),
  };
}

/** Contract §15.1: the defaults, and a partner's own. Sessions and challenges: `sessions.test.ts`. */
describe('lifetimes', () => {
  const settings = { redirectOrigins: ['https://partner.example'] };

  it('are those of the contract for a partner that has changed nothing', async () => {
    const measured = await measure(await operator.createPartner({ settings }));
    expect(measured.partnerToken).toBe(3600);
    expect(measured.userToken).toBe(3600);
    expect(Math.abs(measured.launchToken - 1800)).toBeLessThan(30);
    expect(Math.abs(measured.uploadUrl - 600)).toBeLessThan(30);
  });

  it('are the partner’s own where it is set so, and nothing is captured past the session', async () => {
    const lifetimes = { partnerToken: 120, userToken: 7200, uploadUrl: 20, session: 60 };
    const measured = await measure(
      await operator.createPartner({ settings: { ...settings, lifetimes } }),
    );
    expect(measured.partnerToken).toBe(120);
    // Past the session it can only look, for an hour: `sessions.test.ts`.
    expect(measured.userToken).toBeGreaterThan(3600);
    expect(measured.userToken).toBeLessThanOrEqual(60 + 3600);
    expect(measured.launchToken).toBeLessThanOrEqual(61);
    expect(measured.uploadUrl).toBeLessThanOrEqual(21);
  });
});
