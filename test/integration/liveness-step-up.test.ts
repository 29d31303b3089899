import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { VisionModels } from '../../activities/vision/vision-models.js';
import { createPartnerClient, type PartnerClient } from '../../cli/session/partner-client.js';
import { driveSession, type SessionDrive } from '../../cli/session/session-driver.js';
import type { AskedMovements } from '../../contract/challenge.js';
import { joinFrames, type BurstFrame } from '../../contract/frame-sequence.js';
import { assessmentsAnswer } from '../../contract/schema/operator/assessment.js';
import { findBurstSigns } from '../../models/frames/find-burst-signs.js';
import { fingerprintOf, mirrorFingerprint } from '../../models/frames/fingerprint.js';
import { NEAR_COPY_DISTANCE } from '../../models/frames/thresholds.js';
import { decodeImage } from '../../models/image/decode-image.js';
import { createOperator, type Operator } from '../support/contract/contract-partner.js';
import { drawBurst } from '../support/draw-burst.js';
import type {} from '../support/platform-context.js';
import { createPlatformControl } from '../support/platform-control.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../support/specimen-captures.js';
import { startVisionWorker, type VisionWorker } from '../support/vision-worker.js';

const platform = inject('platform');
const control = createPlatformControl(platform.controlUrl);

/** An answer has so many frames here: no photograph of ours shows a person who answers. */
const ANSWER_FRAMES = 8;
const UNUSED = () => Promise.reject(new Error('this flow has no such check'));

const FACE = { left: 8, top: 8, width: 48, height: 48 };

const suspect = {
  verdict: 'RETRY',
  reasonCode: 'LIVENESS_CHECK_FAILED',
  livenessScore: 0.41,
  isInDoubt: true,
  face: FACE,
  signs: [{ name: 'network', score: 0.59, threshold: 0.5, isSpoof: true, region: FACE }],
} as const;
/** Passes, and is not sure. */
const doubtful = { ...suspect, verdict: 'PASS', reasonCode: null, livenessScore: 0.61 } as const;
let passive: typeof suspect | typeof doubtful;

/** Everything is the platform's own but the two networks: of them every selfie is in doubt. */
const models: VisionModels = {
  decodeImage,
  ktpReader: { read: UNUSED },
  faceMatcher: { match: UNUSED, matchPortrait: UNUSED },
  pictures: {
    fingerprintOf,
    mirrorFingerprint,
    nearCopyDistance: NEAR_COPY_DISTANCE,
    findBurstSigns,
  },
  livenessAssessor: { assess: () => Promise.resolve(passive) },
  challengeAssessor: {
    assess: ({ frames }) =>
      Promise.resolve({
        isAnswered: frames.length === ANSWER_FRAMES,
        evidence: { criteria: [] },
        signs: [],
      }),
  },
};

let captures: SpecimenCaptures;
let worker: VisionWorker;
let operator: Operator;
let client: PartnerClient;
let burst: readonly BurstFrame[];
let answer: readonly BurstFrame[];

beforeAll(async () => {
  captures = await drawSpecimenCaptures(51);
  burst = await drawBurst(captures.selfie, 4);
  answer = await drawBurst(captures.selfie, ANSWER_FRAMES, 12);
  operator = await createOperator(platform);
  await control.kill('worker-vision', 'SIGTERM');
  worker = await startVisionWorker(platform, models);
});

afterAll(async () => {
  await worker.stop();
  await control.restart('worker-vision');
});

/** A partner whose people have sent nothing yet. */
beforeEach(async () => {
  passive = suspect;
  const { code, keys } = await operator.createPartner();
  client = createPartnerClient({
    baseUrl: platform.apiUrl,
    partnerCode: code,
    clientId: keys.PRODUCTION['client-id']!,
    passKey: keys.PRODUCTION['pass-key']!,
  });
});

const drive = (how: Partial<SessionDrive> = {}) =>
  driveSession({
    client,
    flow: 'SELFIE_LIVENESS',
    ktp: [],
    selfie: captures.selfie,
    userId: 'somebody',
    ...how,
  });

async function signsOf(submissionId: string) {
  const { body } = await operator.ask(`GET /operator/v1/submissions/${submissionId}/assessments`);
  return assessmentsAnswer.parse(body).data.assessments;
}

const found = (assessment: Awaited<ReturnType<typeof signsOf>>[number] | undefined) =>
  assessment?.signs.filter(({ isAgainst }) => isAgainst).map(({ name }) => name);

describe('a selfie in doubt', () => {
  it('with a burst is asked for a challenge, and passes when it is answered', async () => {
    passive = doubtful;
    const asked: AskedMovements[] = [];
    const run = await drive({
      frames: burst,
      readChallengeFrames: (movements) => {
        asked.push(movements);
        return Promise.resolve(answer);
      },
    });
    expect(run.details).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    expect(run.details?.submissionDetails).toMatchObject({ livenessScore: 0.61 });
    expect(asked).toHaveLength(1);
    const [first, second] = await signsOf(run.submissionId);
    expect(first).toMatchObject({ verdict: 'RETRY', reasonCode: 'CHALLENGE_REQUIRED' });
    expect(found(first)).toEqual(['network']);
    expect(second).toMatchObject({ attempt: 2, verdict: 'PASS', reasonCode: null });
    expect(found(second)).toEqual(['network']);
  });

  it('is rejected when two challenges were not answered', async () => {
    let asked = 0;
    const run = await drive({
      frames: burst,
      readChallengeFrames: async () => {
        asked += 1;
        return drawBurst(captures.selfie, 5, 10 * asked);
      },
    });
    expect(run.details).toMatchObject({ result: 'INVALID', reasonCode: 'MAX_ATTEMPTS_REACHED' });
    const checks = await signsOf(run.submissionId);
    expect(checks.map(({ reasonCode }) => reasonCode)).toEqual([
      'CHALLENGE_REQUIRED',
      'CHALLENGE_FAILED',
      'CHALLENGE_FAILED',
    ]);
    expect(found(checks[2])).toContain('challenge-unanswered');
  });

  it('is rejected when two challenges were answered by what does not pass as living', async () => {
    const run = await drive({
      frames: burst,
      readChallengeFrames: () => Promise.resolve(answer),
    });
    expect(run.details).toMatchObject({ result: 'INVALID' });
    const [, ...answers] = await signsOf(run.submissionId);
    expect(answers.map(({ reasonCode }) => reasonCode)).toEqual([
      'CHALLENGE_FAILED',
      'CHALLENGE_FAILED',
    ]);
    expect(answers.flatMap(found)).toContain('spoofed-answer');
  });

  it('of an old app is taken again, and no challenge is asked that it cannot answer', async () => {
    const run = await drive();
    expect(run.last).toMatchObject({ reasonCode: 'LIVENESS_CHECK_FAILED', challenge: null });
  });

  it('of an old app is asked for a challenge where the partner wants one of everybody', async () => {
    const { code, keys } = await operator.createPartner({ settings: { challenge: 'ALWAYS' } });
    const strict = createPartnerClient({
      baseUrl: platform.apiUrl,
      partnerCode: code,
      clientId: keys.PRODUCTION['client-id']!,
      passKey: keys.PRODUCTION['pass-key']!,
    });
    const run = await drive({ client: strict });
    expect(run.last).toMatchObject({ reasonCode: 'CHALLENGE_REQUIRED', captures: ['SELFIE'] });
    expect(run.last.challenge?.action).toBeDefined();
  });
});

describe('a selfie that was recorded', () => {
  it('for another session is rejected by its nonce', async () => {
    const recorded = joinFrames({ still: captures.selfie, frames: burst, nonce: 'of-another' });
    const run = await drive({ selfie: recorded });
    expect(run.details).toMatchObject({ result: 'INVALID', reasonCode: 'FRAUD_REJECT' });
    expect(found((await signsOf(run.submissionId))[0])).toContain('foreign-nonce');
  });

  it('and is sent again in another session is rejected, encoded anew as well', async () => {
    await drive({ userId: 'the one in the picture' });
    const [moved] = await drawBurst(captures.selfie, 1, 0);
    for (const selfie of [captures.selfie, moved!.jpeg]) {
      const again = await drive({ selfie });
      expect(again.details).toMatchObject({ result: 'INVALID', reasonCode: 'FRAUD_REJECT' });
      expect(found((await signsOf(again.submissionId))[0])).toContain('reused-selfie');
    }
  });

  it('is theirs to send again when the session before was never decided', async () => {
    await drive();
    const again = await drive();
    expect(again.last.reasonCode).toBe('LIVENESS_CHECK_FAILED');
    expect(found((await signsOf(again.submissionId))[0])).toEqual(['network']);
  });

  it('is a fresh one when the same person comes back and moves', async () => {
    await drive();
    const [fresh] = await drawBurst(captures.selfie, 1, 25);
    const again = await drive({ selfie: fresh!.jpeg });
    expect(again.last.reasonCode).toBe('LIVENESS_CHECK_FAILED');
    expect(found((await signsOf(again.submissionId))[0])).toEqual(['network']);
  });

  it('in the attempt before has to be taken again', async () => {
    const run = await drive({ selfie: [captures.selfie, captures.selfie] });
    const [, second] = await signsOf(run.submissionId);
    expect(found(second)).toContain('repeated-picture');
  });
});
