import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { SubmissionStatusView } from '../../../contract/schema/submission-status.js';
import { openStage, type ContractStage } from '../../support/contract/contract-stage.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');

let stage: ContractStage;

beforeAll(async () => {
  stage = await openStage(platform);
});

afterAll(() => stage.close());

/** Contract §15.1 and §15.3: two challenges a submission, beside the attempts at its captures. */
describe('challenges', () => {
  it('used up: two are asked, then INVALID', async () => {
    const userId = 'SANDBOX-EXHAUST-CHALLENGE_REQUIRED';
    const session = stage.begin(userId, 'SELFIE_LIVENESS');
    await session.openInApp();
    const judged: SubmissionStatusView[] = [];
    for (let confirms = 0; confirms < 3; confirms += 1) {
      await session.sendCaptures();
      judged.push(await session.untilJudged());
    }
    const [first, second, last] = judged;
    const asked = { nextAction: 'RETRY', reasonCode: 'CHALLENGE_REQUIRED', captures: ['SELFIE'] };
    expect(first).toMatchObject(asked);
    expect(second).toMatchObject(asked);
    const nonces = [first, second].map((status) => status?.challenge?.nonce);
    expect(new Set(nonces).size, 'a challenge of its own each').toBe(2);
    expect(nonces).not.toContain(undefined);
    const ended = { status: 'COMPLETED', result: 'INVALID', reasonCode: 'MAX_ATTEMPTS_REACHED' };
    expect(last).toMatchObject({ ...ended, nextAction: 'STATUS', challenge: null });
    expect(await stage.callbacksOf(session)).toMatchObject([ended]);
  });

  it('answered in time: VALID', async () => {
    const userId = 'SANDBOX-RETRY-CHALLENGE_REQUIRED';
    const { session, status } = await stage.run(userId, 'SELFIE_LIVENESS');
    expect(status.challenge).not.toBeNull();
    await session.sendCaptures();
    expect(await session.untilJudged()).toMatchObject({ result: 'VALID', challenge: null });
  });
});
