import { describe, expect, it } from 'vitest';
import type { LivenessCheckInput } from '../activity-types.js';
import { assessSelfie } from './assess-selfie.js';
import type { Selfie } from './load-selfie.js';
import {
  createFakeSelfieDependencies,
  type FakeSelfieDependencies,
} from './testing/fake-selfie-dependencies.js';

const image = { width: 1, height: 1, data: new Uint8Array(3) };
const place = { submissionId: '0190b6a2-6c9e-7abc-8def-0123456789ab', attempt: 2 };
const input: LivenessCheckInput = {
  ...place,
  selfie: { documentType: 'SELFIE', key: 'k', sha256: '', bytes: 1 },
};
const challenge = { nonce: '7c9e6679-7425-40de-944b-e07fc1f90ae7', action: 'NOD' } as const;
const plain: Selfie = {
  still: image,
  stillDigest: 'still',
  frames: [],
  nonces: [],
  areFramesBroken: false,
};
const burst = (count: number, ...nonces: string[]): Selfie => ({
  ...plain,
  nonces,
  frames: Array.from({ length: count }, (_, index) => ({
    image,
    atMs: index * 100,
    digest: `frame ${String(index)}`,
  })),
});
const FACE = { left: 8, top: 8, width: 48, height: 48 };
const doubtful = {
  verdict: 'RETRY',
  reasonCode: 'LIVENESS_CHECK_FAILED',
  livenessScore: 0.4,
  isInDoubt: true,
  face: FACE,
  signs: [{ name: 'network', score: 0.6, threshold: 0.5, isSpoof: true, region: FACE }],
} as const;
const inDoubt = { livenessAssessor: { assess: () => Promise.resolve(doubtful) } };

const assess = async (
  selfie: Selfie,
  fakes: FakeSelfieDependencies = createFakeSelfieDependencies(),
  changed: Partial<LivenessCheckInput> = {},
) => assessSelfie(fakes, { ...input, ...changed }, selfie);

const findSign = (signs: Awaited<ReturnType<typeof assess>>['signs'], name: string) =>
  signs.find((sign) => sign.name === name);

describe('frames and their nonce', () => {
  const fakes = createFakeSelfieDependencies();
  const own = fakes.captureNonces.issue(place);
  const earlier = fakes.captureNonces.issue({ ...place, attempt: 1 });

  it('pass with the nonce of the attempt', async () => {
    const { verdict, signs } = await assess(burst(3, own), fakes);
    expect(verdict).toMatchObject({ verdict: 'PASS', reasonCode: null });
    expect(findSign(signs, 'foreign-nonce')).toMatchObject({ isAgainst: false });
  });

  it.each([
    ['of an earlier attempt', [earlier]],
    ['that nobody issued', ['made-up']],
    ['that is missing', ['']],
    ['of this attempt, and another', [own, earlier]],
  ])('reject with a nonce %s', async (_case, nonces) => {
    const { verdict, signs } = await assess(burst(3, ...nonces), fakes);
    expect(verdict).toEqual({ verdict: 'REJECT', reasonCode: 'FRAUD_REJECT' });
    expect(findSign(signs, 'foreign-nonce')).toMatchObject({ isAgainst: true });
  });

  it('that an old app does not send are no sign', async () => {
    expect((await assess(plain, fakes)).verdict.verdict).toBe('PASS');
  });

  it('that are broken cannot pass', async () => {
    const { verdict } = await assess({ ...plain, areFramesBroken: true }, fakes);
    expect(verdict).toEqual({ verdict: 'RETRY', reasonCode: 'CHALLENGE_REQUIRED' });
  });

  it('answer a challenge only with the nonce of the challenge', async () => {
    const answer = await assess(burst(3, challenge.nonce), fakes, { challenge });
    expect(answer.verdict.verdict).toBe('PASS');
    const replayed = await assess(burst(3, own), fakes, { challenge });
    expect(replayed.verdict.reasonCode).toBe('FRAUD_REJECT');
  });
});

describe('a challenge', () => {
  it('is asked for where frames leave a doubt', async () => {
    const fakes = createFakeSelfieDependencies(inDoubt);
    const { verdict } = await assess(burst(3, fakes.captureNonces.issue(place)), fakes);
    expect(verdict.reasonCode).toBe('CHALLENGE_REQUIRED');
  });

  it('that was not answered is told with what was measured', async () => {
    const signs = [
      { name: 'another-person', score: 0.2, threshold: 0.7, isSpoof: false },
      { name: 'frozen-frames', score: 0.9, threshold: 0.5, isSpoof: true },
    ];
    const criteria = [{ name: 'movement', score: 0.1, threshold: 0.3, isMet: false }];
    const fakes = createFakeSelfieDependencies({
      ...inDoubt,
      challengeAssessor: {
        assess: () => Promise.resolve({ isAnswered: false, evidence: { criteria }, signs }),
      },
    });
    const assessed = await assess(burst(3, challenge.nonce), fakes, { challenge });
    expect(assessed.verdict.reasonCode).toBe('CHALLENGE_FAILED');
    expect(assessed.score).toBe(0.4);
    expect(assessed.signs).toEqual(
      expect.arrayContaining([
        { name: 'network', score: 0.6, threshold: 0.5, isAgainst: true },
        { name: 'another-person', score: 0.2, threshold: 0.7, isAgainst: false },
        { name: 'challenge-movement', score: 0.1, threshold: 0.3, isAgainst: true },
        { name: 'challenge-unanswered', score: null, threshold: null, isAgainst: true },
      ]),
    );
  });

  it('is judged by its movements on all frames, and passive liveness by still and each frame apart', async () => {
    const { models } = createFakeSelfieDependencies();
    const seen: unknown[] = [];
    const fakes = createFakeSelfieDependencies({
      challengeAssessor: {
        assess: (answer) => {
          seen.push(answer.action, answer.then, answer.frames.length);
          return models.challengeAssessor.assess(answer);
        },
      },
      livenessAssessor: {
        assess: (capture) => {
          seen.push(capture.frames.length);
          return models.livenessAssessor.assess(capture);
        },
      },
    });
    const asked = { ...challenge, then: 'TURN_LEFT' } as const;
    await assess(burst(4, challenge.nonce), fakes, { challenge: asked });
    await assess(burst(3, fakes.captureNonces.issue(place)), fakes);
    expect(seen).toEqual([0, 'NOD', 'TURN_LEFT', 4, 0, 0, 0, 0, 3]);
  });

  it.each([
    ['is played to the camera', 4, { ...doubtful, verdict: 'REJECT', livenessScore: 0.01 }, true],
    ['has one frame that fails', 1, { ...doubtful, livenessScore: 0.3 }, true],
    ['has one frame without a face', 1, { ...doubtful, reasonCode: 'FACE_NOT_FOUND' }, false],
    ['hides its face from most frames', 3, { ...doubtful, reasonCode: 'FACE_TOO_CLOSE' }, true],
  ] as const)(
    'that %s: a clean still does not vouch for it',
    async (_case, count, shown, isFound) => {
      const played = { width: 2, height: 1, data: new Uint8Array(6) };
      const { models } = createFakeSelfieDependencies();
      const fakes = createFakeSelfieDependencies({
        livenessAssessor: {
          assess: (capture) =>
            capture.still === played
              ? Promise.resolve(shown)
              : models.livenessAssessor.assess(capture),
        },
      });
      const answer = burst(4, challenge.nonce);
      const frames = answer.frames.map((frame, index) =>
        index < count ? { ...frame, image: played } : frame,
      );
      const { verdict, signs } = await assess({ ...answer, frames }, fakes, { challenge });
      expect(verdict.reasonCode).toBe(isFound ? 'CHALLENGE_FAILED' : null);
      expect(findSign(signs, 'spoofed-answer')).toMatchObject({ isAgainst: isFound });
    },
  );

  it('has the signs of every burst looked for and stored once', async () => {
    const frozen = { name: 'frozen-frames', score: 0.9, threshold: 0.5, isSpoof: true };
    const { models } = createFakeSelfieDependencies();
    const again = () => Promise.reject(new Error('The answer has them.'));
    const fakes = createFakeSelfieDependencies({
      pictures: { ...models.pictures, findBurstSigns: again },
      challengeAssessor: {
        assess: () =>
          Promise.resolve({ isAnswered: false, evidence: { criteria: [] }, signs: [frozen] }),
      },
    });
    const { signs } = await assess(burst(3, challenge.nonce), fakes, { challenge });
    expect(signs.filter(({ name }) => name === 'frozen-frames')).toHaveLength(1);
  });

  it('is not looked for where none was asked', async () => {
    const fakes = createFakeSelfieDependencies({
      challengeAssessor: { assess: () => Promise.reject(new Error('nothing was asked')) },
    });
    expect((await assess(plain, fakes)).verdict.verdict).toBe('PASS');
  });
});

describe('pictures that came before', () => {
  it('in another submission reject, or are recorded where the partner says so', async () => {
    const fakes = createFakeSelfieDependencies({}, { distance: 3, isRepeated: false });
    const { verdict } = await assess(plain, fakes);
    expect(verdict.reasonCode).toBe('FRAUD_REJECT');
    const recorded = await assess(plain, fakes, { reusedSelfies: 'RECORD' });
    expect(recorded.verdict.verdict).toBe('PASS');
    expect(findSign(recorded.signs, 'reused-selfie')).toMatchObject({ isAgainst: true });
  });

  it('in an earlier attempt have to be taken again', async () => {
    const fakes = createFakeSelfieDependencies({}, { distance: null, isRepeated: true });
    expect((await assess(plain, fakes)).verdict).toEqual({
      verdict: 'RETRY',
      reasonCode: 'LIVENESS_CHECK_FAILED',
    });
  });

  it('are looked for by the still and three frames of the burst', async () => {
    const fakes = createFakeSelfieDependencies();
    await assess(burst(9, fakes.captureNonces.issue(place)), fakes);
    expect(fakes.kept).toMatchObject([{ ...place, maxDistance: 8 }]);
    expect(fakes.kept[0]?.pictures.map(({ picture, digest }) => [picture, digest])).toEqual([
      [0, 'still'],
      [1, 'frame 0'],
      [5, 'frame 4'],
      [9, 'frame 8'],
    ]);
  });

  it('are not looked for where no face is: one dark picture is like another', async () => {
    const nobody = {
      ...doubtful,
      reasonCode: 'FACE_NOT_FOUND',
      livenessScore: null,
      face: null,
    } as const;
    const assessor = { livenessAssessor: { assess: () => Promise.resolve(nobody) } };
    const fakes = createFakeSelfieDependencies(assessor, { distance: 0, isRepeated: true });
    expect((await assess(plain, fakes)).verdict.reasonCode).toBe('FACE_NOT_FOUND');
    expect(fakes.kept).toEqual([]);
  });
});

it('a face that is too close has no score and is looked for among earlier pictures all the same', async () => {
  const close = { ...doubtful, reasonCode: 'FACE_TOO_CLOSE', livenessScore: null } as const;
  const assessor = { livenessAssessor: { assess: () => Promise.resolve(close) } };
  const fakes = createFakeSelfieDependencies(assessor, { distance: 0, isRepeated: false });
  const { verdict, score } = await assess(plain, fakes);
  expect(verdict.reasonCode).toBe('FRAUD_REJECT');
  expect(score).toBeNull();
});

it.each([
  ['that stands still is doubted', 'frozen-frames', 'CHALLENGE_REQUIRED'],
  ['that goes round in a loop is rejected', 'repeated-frames', 'FRAUD_REJECT'],
])('a burst %s', async (_case, name, reasonCode) => {
  const found = { name, score: 1, threshold: 0.5, isSpoof: true };
  const { models } = createFakeSelfieDependencies();
  const fakes = createFakeSelfieDependencies({
    pictures: { ...models.pictures, findBurstSigns: () => Promise.resolve([found]) },
  });
  const { verdict, signs } = await assess(burst(3, fakes.captureNonces.issue(place)), fakes);
  expect(verdict.reasonCode).toBe(reasonCode);
  expect(findSign(signs, name)).toMatchObject({ score: 1, isAgainst: true });
});

it('a burst of a covered lens looks like a loop and is taken again', async () => {
  const loop = { name: 'repeated-frames', score: 2, threshold: 1, isSpoof: true };
  const dark = { ...doubtful, reasonCode: 'FACE_DARK', livenessScore: null, face: null } as const;
  const { models } = createFakeSelfieDependencies();
  const fakes = createFakeSelfieDependencies({
    livenessAssessor: { assess: () => Promise.resolve(dark) },
    pictures: { ...models.pictures, findBurstSigns: () => Promise.resolve([loop]) },
  });
  const { verdict } = await assess(burst(3, fakes.captureNonces.issue(place)), fakes);
  expect(verdict).toMatchObject({ verdict: 'RETRY', reasonCode: 'FACE_DARK' });
});
