import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { QUALITY_CODES, TECHNICAL_CODES, VERDICT_CODES } from '../../../contract/reason-code.js';
import { createSession } from '../../support/contract/contract-session.js';
import { openStage, type ContractStage } from '../../support/contract/contract-stage.js';
import { call, refusalsOf } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');

let stage: ContractStage;

beforeAll(async () => {
  stage = await openStage(platform);
});

afterAll(() => stage.close());

/** Contract §15.4: every code, with the effect of its class, through the whole platform. */
describe('every reason code', () => {
  const cardVerdicts = ['NOT_EKTP', 'KTP_PHOTOCOPY', 'KTP_SCREEN_CAPTURE', 'KTP_TAMPERED'] as const;
  it.each([...QUALITY_CODES, ...cardVerdicts])('%s asks again', async (reasonCode) => {
    const { status } = await stage.run(`SANDBOX-RETRY-${reasonCode}`, 'KYC_LITE');
    expect(status).toMatchObject({ status: 'IN_PROGRESS', nextAction: 'RETRY', reasonCode });
    const isOfCard = reasonCode.includes('KTP');
    expect(status.captures).toEqual([isOfCard ? 'KTP' : 'SELFIE']);
  });

  it('FACE_MATCH_FAILED in doubt asks for both pictures again', async () => {
    const { session, status } = await stage.run('SANDBOX-RETRY-FACE_MATCH_FAILED', 'KYC_LITE');
    expect(status).toMatchObject({
      status: 'IN_PROGRESS',
      nextAction: 'RETRY',
      reasonCode: 'FACE_MATCH_FAILED',
      captures: ['KTP', 'SELFIE'],
    });
    await session.sendCaptures();
    expect(await session.untilJudged()).toMatchObject({ result: 'VALID' });
  });

  it('FACE_MATCH_FAILED in doubt every time is INVALID by its own name', async () => {
    const session = stage.begin('SANDBOX-EXHAUST-FACE_MATCH_FAILED', 'KYC_LITE');
    await session.openInApp();
    for (const nextAction of ['RETRY', 'RETRY', 'STATUS'] as const) {
      await session.sendCaptures();
      expect((await session.untilJudged()).nextAction).toBe(nextAction);
    }
    const reasonCode = 'FACE_MATCH_FAILED';
    expect(await session.readStatus()).toMatchObject({ result: 'INVALID', reasonCode });
  });

  it.each(VERDICT_CODES)('%s rejects', async (reasonCode) => {
    const { status } = await stage.run(`SANDBOX-INVALID-${reasonCode}`, 'KYC_LITE');
    expect(status).toMatchObject({ status: 'COMPLETED', result: 'INVALID', reasonCode });
  });

  it.each(TECHNICAL_CODES)('%s ends without a result', async (reasonCode) => {
    const { status } = await stage.run(`SANDBOX-ERROR-${reasonCode}`, 'KYC_LITE');
    expect(status).toMatchObject({ status: 'ERROR', result: null, reasonCode });
  });
});

describe('the sandbox', () => {
  it('is out of reach for production credentials: the same user id is judged in earnest', async () => {
    const session = createSession(platform.apiUrl, stage.partner, {
      flow: 'KTP_SCAN',
      userId: 'SANDBOX-VALID',
      environment: 'PRODUCTION',
    });
    await session.openInApp();
    await session.sendCaptures(Buffer.from('no card at all'));
    expect(await session.untilJudged()).toMatchObject({
      nextAction: 'RETRY',
      reasonCode: 'KTP_NOT_READABLE',
    });
  });

  it('refuses a mistyped user id instead of judging it in earnest', async () => {
    const answer = await stage.begin('SANDBOX-INVALID-NO_SUCH_CODE').initiate();
    expect(refusalsOf(answer)).toEqual(['400 1540 INVALID_PARTNER_USER_ID']);
  });

  it('waits as long as the user id says', async () => {
    const started = Date.now();
    await stage.run('SANDBOX-VALID-AFTER-3');
    expect(Date.now() - started).toBeGreaterThanOrEqual(3_000);
  });

  it('and production do not see each other’s sessions', async () => {
    const session = stage.begin('SANDBOX-VALID');
    await session.openInApp();
    const production = {
      ...session.partnerHeaders,
      'x-onekyc-token': stage.partner.tokens.PRODUCTION,
    };
    const details = await call(platform.apiUrl, 'GET /coe/v1/submissions', production);
    expect(refusalsOf(details)).toEqual(['400 1552 SUBMISSION_DOES_NOT_EXIST']);
  });
});
