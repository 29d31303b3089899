import { beforeAll, describe, expect, it } from 'vitest';
import { ChallengeAction } from '../../contract/challenge.js';
import { createChallengeAssessor } from '../../models/challenge/challenge-assessor.js';
import { createFaceLocator } from '../../models/face/face-locator.js';
import { findBurstSigns } from '../../models/frames/find-burst-signs.js';
import { fingerprintOf, mirrorFingerprint } from '../../models/frames/fingerprint.js';
import { NEAR_COPY_DISTANCE } from '../../models/frames/thresholds.js';
import { decodeImage } from '../../models/image/decode-image.js';
import { createLivenessAssessor } from '../../models/liveness/liveness-assessor.js';
import { cropSpecimenFace } from '../../models/specimen/specimen-faces.js';
import { createWeightStore } from '../../models/weights/weight-store.js';
import { drawBurst } from '../../test/support/draw-burst.js';
import { assessSelfie, type SelfieDependencies } from './assess-selfie.js';
import type { Selfie } from './load-selfie.js';
import { createFakeSelfieDependencies } from './testing/fake-selfie-dependencies.js';

const fakes = createFakeSelfieDependencies();
const place = { submissionId: '0190b6a2-6c9e-7abc-8def-0123456789ab', attempt: 1 };
const input = {
  ...place,
  selfie: { documentType: 'SELFIE', key: 'k', sha256: '', bytes: 1 },
} as const;
const challengeNonce = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

let dependencies: SelfieDependencies;
let photograph: Uint8Array;

beforeAll(async () => {
  const weights = createWeightStore();
  const locator = await createFaceLocator(weights);
  photograph = await cropSpecimenFace(weights, { photo: 2, face: 1, margin: 1 });
  dependencies = {
    ...fakes,
    models: {
      livenessAssessor: await createLivenessAssessor(weights, locator),
      challengeAssessor: await createChallengeAssessor(weights, locator),
      pictures: {
        fingerprintOf,
        mirrorFingerprint,
        nearCopyDistance: NEAR_COPY_DISTANCE,
        findBurstSigns,
      },
    },
  };
});

async function selfieOf(count: number, nonce: string, stepMs = 150): Promise<Selfie> {
  const frames = (await drawBurst(photograph, count)).map(async ({ jpeg }, index) => ({
    image: await decodeImage(jpeg),
    atMs: index * stepMs,
    digest: String(index),
  }));
  return {
    still: await decodeImage(photograph),
    stillDigest: 'still',
    frames: await Promise.all(frames),
    nonces: [nonce],
    areFramesBroken: false,
  };
}

describe('the models of the worker', () => {
  it('let nothing throw and name every sign once', async () => {
    const selfie = await selfieOf(4, fakes.captureNonces.issue(place));
    const { verdict, score, signs } = await assessSelfie(dependencies, input, selfie);
    expect(verdict.reasonCode).not.toBe('FRAUD_REJECT');
    expect(score).toBeGreaterThan(0);
    const names = signs.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('frozen-frames');
    expect(names).toContain('foreign-nonce');
  });

  it('doubt a burst that stands still', async () => {
    const selfie = await selfieOf(4, fakes.captureNonces.issue(place));
    const [first] = selfie.frames;
    const frozen = selfie.frames.map(({ atMs }) => ({ ...first!, atMs }));
    const { verdict } = await assessSelfie(dependencies, input, { ...selfie, frames: frozen });
    expect(verdict.verdict).toBe('RETRY');
    expect(verdict.reasonCode).toBe('CHALLENGE_REQUIRED');
  });

  it.each(Object.values(ChallengeAction))(
    'do not take a photograph that is moved for an answer: %s',
    async (action) => {
      const selfie = await selfieOf(10, challengeNonce, 267);
      const challenge = { nonce: challengeNonce, action };
      const { verdict, signs } = await assessSelfie(dependencies, { ...input, challenge }, selfie);
      expect(verdict.verdict).not.toBe('PASS');
      const unmet = signs.filter(
        ({ name, isAgainst }) => name.startsWith('challenge-') && isAgainst,
      );
      expect(unmet.length).toBeGreaterThan(1);
    },
  );
});
