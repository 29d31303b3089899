import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import type { FlowName } from '../../contract/flow.js';
import { parseSandboxUserId } from '../../contract/sandbox.js';
import { MessageName } from '../../contract/submission-messages.js';
import { DEFAULT_POLICY, type SubmissionPolicy } from '../../contract/submission-policy.js';
import { createFakeActivities, reject, retry, type Script } from './fake-activities.js';
import {
  refOf,
  startSubmission,
  withWorkers,
  type RunningSubmission,
} from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();

const VALID = { status: 'COMPLETED', result: 'VALID', reasonCode: null };
const REFERENCE = refOf('partner', 0, 'REFERENCE');
const CONFIGURED: SubmissionPolicy = { ...DEFAULT_POLICY, hasReferenceImage: true };

interface Drama {
  readonly flow: FlowName;
  readonly script?: Script;
  readonly reference?: typeof REFERENCE | Error;
  readonly policy?: SubmissionPolicy;
  readonly story: (running: RunningSubmission) => Promise<unknown>;
}

async function play({ flow, script = {}, reference, policy = CONFIGURED, story }: Drama) {
  const fakes = createFakeActivities(script, reference);
  return withWorkers(stage, fakes, async () => {
    const running = await startSubmission(stage.environment, flow, { policy });
    await story(running);
    return { ...fakes.seen, id: running.id, outcome: await running.result() };
  });
}

describe('a flow', () => {
  it('Selfie Liveness looks at the selfie alone', async () => {
    const seen = await play({
      flow: 'SELFIE_LIVENESS',
      story: (running) => running.confirm(1, 'SELFIE'),
    });
    expect(seen.outcome).toEqual(VALID);
    expect(seen.checks).toEqual([{ check: 'LIVENESS', attempt: 1 }]);
    expect(seen.references).toEqual([]);
  });

  it('Face Verification fetches the reference image once and compares the selfie with it', async () => {
    const seen = await play({
      flow: 'FACE_VERIFICATION',
      reference: REFERENCE,
      script: { LIVENESS: [retry('LIVENESS', 'FACE_DARK', 'SELFIE')] },
      story: async (running) => {
        await running.confirm(1, 'SELFIE');
        await expect.poll(() => running.progress()).toMatchObject({ attempt: 2 });
        await running.confirm(2, 'SELFIE');
      },
    });
    expect(seen.outcome).toEqual(VALID);
    expect(seen.references).toEqual([seen.id]);
    const made = seen.checks.map(({ check, attempt }) => `${check} ${String(attempt)}`).sort();
    expect(made).toEqual(['LIVENESS 1', 'LIVENESS 2', 'REFERENCE_MATCH 1', 'REFERENCE_MATCH 2']);
  });

  it('KYC Lite compares with the portrait always and with the reference when there is one', async () => {
    const story = (running: RunningSubmission) => running.confirm(1, 'KTP', 'SELFIE');
    const without = await play({ flow: 'KYC_LITE', policy: DEFAULT_POLICY, story });
    expect(without.checks.map(({ check }) => check).sort()).toEqual([
      'DOCUMENT',
      'FACE_MATCH',
      'LIVENESS',
    ]);
    const script = { REFERENCE_MATCH: [reject('REFERENCE_MATCH', 'FACE_MATCH_FAILED')] };
    const withOne = await play({ flow: 'KYC_LITE', reference: REFERENCE, script, story });
    expect(withOne.checks).toHaveLength(4);
    expect(withOne.outcome).toEqual({
      status: 'COMPLETED',
      result: 'INVALID',
      reasonCode: 'FACE_MATCH_FAILED',
    });
  });

  it('Face Match takes both images at once and tells the reason itself: nobody can retry', async () => {
    const seen = await play({
      flow: 'FACE_MATCH',
      policy: DEFAULT_POLICY,
      script: { REFERENCE_MATCH: [retry('REFERENCE_MATCH', 'FACE_TOO_SMALL', 'REFERENCE')] },
      story: (running) => running.confirm(1, 'SELFIE', 'REFERENCE'),
    });
    expect(seen.outcome).toEqual({
      status: 'COMPLETED',
      result: 'INVALID',
      reasonCode: 'FACE_TOO_SMALL',
    });
  });
});

describe('a Face Match by address', () => {
  const images = (['SELFIE', 'REFERENCE'] as const).map((documentType) => ({
    documentType,
    url: 'https://partner.example/image',
  }));
  const drama: Drama = {
    flow: 'FACE_MATCH',
    reference: REFERENCE,
    policy: DEFAULT_POLICY,
    story: ({ handle }) => handle.executeUpdate(MessageName.FETCH_IMAGES, { args: [{ images }] }),
  };

  it('fetches both images and compares them', async () => {
    const seen = await play(drama);
    expect(seen.outcome).toEqual(VALID);
    expect(seen.outcomes).toMatchObject([{ attempt: 1 }]);
  });

  it('ends told when an image cannot be had', async () => {
    const reference = ApplicationFailure.nonRetryable('gone', 'ReferenceImageUnavailable');
    const seen = await play({ ...drama, reference });
    expect(seen.outcome).toMatchObject({
      status: 'ERROR',
      reasonCode: 'REFERENCE_IMAGE_UNAVAILABLE',
    });
  });

  it('takes exactly the images of the flow, and no flow with a person takes any', async () => {
    const send = (running: RunningSubmission, some: typeof images) =>
      running.handle.executeUpdate(MessageName.FETCH_IMAGES, { args: [{ images: some }] });
    await play({
      ...drama,
      story: async (running) => {
        await expect(send(running, images.slice(1))).rejects.toThrow('Update failed');
        await send(running, images);
      },
    });
    await play({
      ...drama,
      flow: 'SELFIE_LIVENESS',
      story: async (running) => {
        await expect(send(running, images.slice(0, 1))).rejects.toThrow('Update failed');
        await running.confirm(1, 'SELFIE');
      },
    });
  });
});

describe('a partner without reference image', () => {
  const UNAVAILABLE = {
    status: 'ERROR',
    result: null,
    reasonCode: 'REFERENCE_IMAGE_UNAVAILABLE',
  };
  const story = (running: RunningSubmission) => running.confirm(1, 'SELFIE');

  it('is asked three times, and the submission then ends told, not lost', async () => {
    const reference = ApplicationFailure.retryable('no answer', 'ReferenceImageUnavailable');
    const seen = await play({ flow: 'FACE_VERIFICATION', reference, story });
    expect(seen.outcome).toEqual(UNAVAILABLE);
    expect(seen.references).toHaveLength(3);
    expect(seen.deliveries).toMatchObject([{ submissionId: seen.id }]);
  });

  it('is not blamed for an outage of our own, which is waited out', async () => {
    const fakes = createFakeActivities({}, REFERENCE);
    let outages = 0;
    const fetchReferenceImage = () => {
      outages += 1;
      return outages <= 4
        ? Promise.reject(ApplicationFailure.retryable('away', 'StorageUnavailable'))
        : Promise.resolve(REFERENCE);
    };
    const activities = { ...fakes, sessions: { ...fakes.sessions, fetchReferenceImage } };
    const outcome = await withWorkers(stage, activities, async () => {
      const running = await startSubmission(stage.environment, 'FACE_VERIFICATION');
      await running.confirm(1, 'SELFIE');
      return running.result();
    });
    expect(outcome).toEqual(VALID);
  });

  it('whose image shows no face ends so too: the person cannot take a better one', async () => {
    const script = {
      REFERENCE_MATCH: [retry('REFERENCE_MATCH', 'FACE_NOT_FOUND', 'REFERENCE')],
    };
    const seen = await play({ flow: 'FACE_VERIFICATION', reference: REFERENCE, script, story });
    expect(seen.outcome).toEqual(UNAVAILABLE);
  });
});

it('a partner’s own number of attempts counts', async () => {
  const blurry = retry('DOCUMENT', 'KTP_BLURRY', 'KTP');
  const seen = await play({
    flow: 'KTP_SCAN',
    policy: { ...DEFAULT_POLICY, maxAttempts: 1 },
    script: { DOCUMENT: [blurry] },
    story: (running) => running.confirm(1, 'KTP'),
  });
  expect(seen.outcome).toMatchObject({ result: 'INVALID', reasonCode: 'MAX_ATTEMPTS_REACHED' });
});

describe('a sandbox submission', () => {
  const playSandbox = async (
    userId: string,
    flow: FlowName,
    story: (running: RunningSubmission) => Promise<unknown>,
  ) => {
    const fakes = createFakeActivities();
    const sandbox = parseSandboxUserId(userId);
    if (sandbox === null) throw new Error('no such sandbox user id');
    return withWorkers(stage, fakes, async () => {
      const running = await startSubmission(stage.environment, flow, { sandbox });
      await story(running);
      return { ...fakes.seen, outcome: await running.result() };
    });
  };

  it.each([
    ['SANDBOX-VALID', VALID],
    [
      'SANDBOX-INVALID-FACE_MATCH_FAILED',
      { status: 'COMPLETED', result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' },
    ],
    [
      'SANDBOX-ERROR-GENERIC_SERVICE_ERROR',
      { status: 'ERROR', result: null, reasonCode: 'GENERIC_SERVICE_ERROR' },
    ],
  ])('of %s ends as it says, without a look at the captures', async (userId, outcome) => {
    const seen = await playSandbox(userId, 'KYC_LITE', (running) =>
      running.confirm(1, 'KTP', 'SELFIE'),
    );
    expect(seen.outcome).toEqual(outcome);
    expect(seen.checks).toEqual([]);
  });

  it('asks again once for RETRY', async () => {
    const seen = await playSandbox('SANDBOX-RETRY-FACE_DARK', 'KYC_LITE', async (running) => {
      await running.confirm(1, 'KTP', 'SELFIE');
      await expect.poll(() => running.progress()).toMatchObject({ awaiting: ['SELFIE'] });
      await running.confirm(2, 'SELFIE');
    });
    expect(seen.retries).toMatchObject([{ reasonCode: 'FACE_DARK', captures: ['SELFIE'] }]);
    expect(seen.outcome).toEqual(VALID);
    expect(seen.forced).toHaveLength(2);
  });

  it('has a counter of its own for challenges, and each is another', async () => {
    const userId = 'SANDBOX-EXHAUST-CHALLENGE_REQUIRED';
    const seen = await playSandbox(userId, 'SELFIE_LIVENESS', async (running) => {
      for (const attempt of [1, 2, 3]) {
        await expect
          .poll(() => running.progress())
          .toMatchObject({
            attempt,
            awaiting: ['SELFIE'],
          });
        await running.confirm(attempt, 'SELFIE');
      }
    });
    const nonces = seen.retries.map(({ challenge }) => challenge?.nonce);
    expect(nonces).toHaveLength(2);
    expect(new Set(nonces).size).toBe(2);
    expect(seen.outcome).toMatchObject({ result: 'INVALID', reasonCode: 'MAX_ATTEMPTS_REACHED' });
  });

  it('asks until no attempt is left for EXHAUST', async () => {
    const seen = await playSandbox('SANDBOX-EXHAUST-KTP_GLARE', 'KTP_SCAN', async (running) => {
      for (const attempt of [1, 2, 3]) {
        await expect.poll(() => running.progress()).toMatchObject({ attempt, awaiting: ['KTP'] });
        await running.confirm(attempt, 'KTP');
      }
    });
    expect(seen.outcome).toMatchObject({ result: 'INVALID', reasonCode: 'MAX_ATTEMPTS_REACHED' });
  });
});
