import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import { captureKey, type CaptureRef } from '../../contract/capture.js';
import type { DocumentType } from '../../contract/flow.js';
import type { KtpDetails } from '../../contract/ktp-details.js';
import type { Assessment } from '../../db/assessment-store.js';
import { StoreError } from '../../db/store-error.js';
import { UndecodableImageError } from '../../models/image/undecodable-image-error.js';
import { CaptureMissingError } from '../../storage/capture-store.js';
import { CaptureTooLargeError } from '../../storage/read-object.js';
import { StorageError } from '../../storage/storage-error.js';
import { createFakeSelfieDependencies } from './testing/fake-selfie-dependencies.js';
import { createVisionActivities, type VisionDependencies } from './create-vision-activities.js';
import type { VisionModels } from './vision-models.js';

const BYTES = Buffer.from('bytes of a picture');
const IMAGE = { width: 1, height: 1, data: new Uint8Array(3) };
const NAME = 'NAMA CONTOH';
const PLACE = { submissionId: 'a-submission', attempt: 2 };

const SHA256 = createHash('sha256').update(BYTES).digest('hex');

const refOf = (documentType: DocumentType): CaptureRef => ({
  documentType,
  key: captureKey({ ...PLACE, documentType }, SHA256),
  sha256: SHA256,
  bytes: BYTES.length,
});
const KTP = { ...PLACE, ktp: refOf('KTP') };
const SELFIE = { ...PLACE, selfie: refOf('SELFIE') };
const BOTH = { ...KTP, ...SELFIE };

const details = { name: NAME } as KtpDetails;
const passing = { verdict: 'PASS', reasonCode: null } as const;

type Matched = Awaited<ReturnType<VisionModels['faceMatcher']['match']>>;

const matcherBy = (matched: Matched): VisionModels['faceMatcher'] => ({
  match: () => Promise.resolve(matched),
  matchPortrait: () => Promise.resolve(matched),
});

const TRACE = {
  raw: 'C0NTOH',
  value: 'CONTOH',
  reason: 'LOOK_ALIKE',
  distance: 1,
  readConfidence: 0.8,
} as const;

function createFakes(
  models: Partial<VisionModels> = {},
  captures?: VisionDependencies['captures'],
) {
  const saved: Assessment[] = [];
  const selfies = createFakeSelfieDependencies();
  const dependencies: VisionDependencies = {
    ...selfies,
    captures: captures ?? { fetch: () => Promise.resolve(BYTES) },
    assessments: {
      saveAssessment: (found) => {
        saved.push(found);
        return Promise.resolve();
      },
    },
    models: {
      ...selfies.models,
      decodeImage: () => Promise.resolve(IMAGE),
      ktpReader: {
        read: () =>
          Promise.resolve({
            ...passing,
            ktpDetails: details,
            ktpConfidence: { name: 0.9 },
            crossChecks: { nikForm: 'PASS' as const },
            fields: { name: TRACE },
            documentQuality: { blur: 'PASS' as const },
          }),
      },
      faceMatcher: matcherBy({ ...passing, faceMatchScore: 0.9, unusable: null, signs: [] }),
      ...models,
    },
  };
  return { saved, activities: createVisionActivities(dependencies), dependencies };
}

const run = <Input, Output>(activity: (input: Input) => Promise<Output>, input: Input) =>
  new MockActivityEnvironment().run<[Input], Output, typeof activity>(activity, input);

async function failureOf(running: Promise<unknown>): Promise<ApplicationFailure> {
  const error: unknown = await running.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApplicationFailure);
  return error as ApplicationFailure;
}

describe('reading a card', () => {
  it('stores what was read and answers only the verdict', async () => {
    const { activities, saved } = createFakes();
    expect(await run(activities.readKtp, KTP)).toEqual({ check: 'DOCUMENT', verdict: 'PASS' });
    expect(saved).toMatchObject([
      {
        ...PLACE,
        check: 'DOCUMENT',
        verdict: 'PASS',
        reasonCode: null,
        score: null,
        documentQuality: { blur: 'PASS' },
        ktp: {
          ktpDetails: details,
          ktpConfidence: { name: 0.9 },
          crossChecks: { nikForm: 'PASS' },
          fields: { name: TRACE },
        },
      },
    ]);
  });

  it.each([
    ['is no picture', 'NOT_AN_IMAGE', 'KTP_NOT_READABLE'],
    ['is truncated', 'TRUNCATED', 'KTP_NOT_READABLE'],
    ['is an image bomb', 'TOO_LARGE', 'KTP_NOT_READABLE'],
    ['is too small', 'TOO_SMALL', 'KTP_TOO_SMALL'],
  ] as const)('asks again for a capture that %s', async (_case, reason, reasonCode) => {
    const { activities, saved } = createFakes({
      decodeImage: () => Promise.reject(new UndecodableImageError(reason)),
    });
    expect(await run(activities.readKtp, KTP)).toEqual({
      check: 'DOCUMENT',
      verdict: 'RETRY',
      reasonCode,
      captures: ['KTP'],
    });
    expect(saved).toMatchObject([{ verdict: 'RETRY', reasonCode, ktp: null }]);
  });

  it.each([
    ['another object', () => Promise.resolve(Buffer.from('other bytes'))],
    ['too large an object', () => Promise.reject(new CaptureTooLargeError('too large'))],
  ])('asks again when %s stands in the place of the confirmed one', async (_case, fetch) => {
    const { activities } = createFakes({}, { fetch });
    expect(await run(activities.readKtp, KTP)).toMatchObject({
      verdict: 'RETRY',
      reasonCode: 'KTP_NOT_READABLE',
    });
  });

  it('fails for good when the confirmed object is gone, and for now when storage is away', async () => {
    const gone = createFakes({}, { fetch: () => Promise.reject(new CaptureMissingError('gone')) });
    expect(await failureOf(run(gone.activities.readKtp, KTP))).toMatchObject({
      type: 'ObjectMissing',
      nonRetryable: true,
    });
    const refused = new StorageError('fetching a capture', 'ECONNREFUSED', true);
    const away = createFakes({}, { fetch: () => Promise.reject(refused) });
    expect(await failureOf(run(away.activities.readKtp, KTP))).toMatchObject({
      type: 'StorageUnavailable',
      nonRetryable: false,
    });
  });

  it('lets no text of the card into a failure', async () => {
    const broken = createFakes({
      ktpReader: { read: () => Promise.reject(new TypeError(`cannot parse ${NAME}`)) },
    });
    const unexpected = await failureOf(run(broken.activities.readKtp, KTP));
    expect(unexpected).toMatchObject({ type: 'Unexpected', message: 'an unexpected TypeError' });
    expect(unexpected.cause).toBeUndefined();
    expect(unexpected.stack).not.toContain(NAME);

    const { dependencies } = createFakes();
    const refusing = createVisionActivities({
      ...dependencies,
      assessments: {
        saveAssessment: () => Promise.reject(new StoreError('saving an assessment', '08006', null)),
      },
    });
    expect(await failureOf(run(refusing.readKtp, KTP))).toMatchObject({
      type: 'DatabaseUnavailable',
      nonRetryable: false,
    });
  });
});

describe('judging a selfie', () => {
  it('stores the score and answers the verdict', async () => {
    const { activities, saved } = createFakes({
      livenessAssessor: {
        assess: () =>
          Promise.resolve({
            verdict: 'REJECT' as const,
            reasonCode: 'LIVENESS_CHECK_FAILED' as const,
            livenessScore: 0.01,
            isInDoubt: false,
            face: null,
            signs: [],
          }),
      },
    });
    expect(await run(activities.assessLiveness, SELFIE)).toEqual({
      check: 'LIVENESS',
      verdict: 'REJECT',
      reasonCode: 'LIVENESS_CHECK_FAILED',
    });
    expect(saved).toMatchObject([{ score: 0.01, verdict: 'REJECT', ktp: null }]);
  });

  it('asks for another selfie when it is no picture', async () => {
    const { activities } = createFakes({
      decodeImage: () => Promise.reject(new UndecodableImageError('NOT_AN_IMAGE')),
    });
    expect(await run(activities.assessLiveness, SELFIE)).toMatchObject({
      reasonCode: 'FACE_NOT_FOUND',
      captures: ['SELFIE'],
    });
  });
});

describe('matching portrait and selfie', () => {
  it.each([
    ['the card when its portrait is unusable', 'a', 'KTP'],
    ['the selfie when its face is unusable', 'b', 'SELFIE'],
    ['the selfie when the match is in doubt', null, 'SELFIE'],
  ] as const)('asks again for %s', async (_case, unusable, capture) => {
    const { activities, saved } = createFakes({
      faceMatcher: matcherBy({
        verdict: 'RETRY',
        reasonCode: 'FACE_MATCH_FAILED',
        faceMatchScore: 0.45,
        signs: [
          { picture: 'a', name: 'strength', score: 1.2, threshold: 1.8, isFault: true },
          { picture: 'b', name: 'turn', score: 0.1, threshold: null, isFault: false },
        ],
        unusable,
      }),
    });
    expect(await run(activities.matchFace, BOTH)).toMatchObject({ captures: [capture] });
    const signs = [
      { name: 'known-strength', score: 1.2, threshold: 1.8, isAgainst: true },
      { name: 'selfie-turn', score: 0.1, threshold: null, isAgainst: false },
    ];
    expect(saved).toMatchObject([{ check: 'FACE_MATCH', score: 0.45, signs }]);
  });

  it('asks for less or more than the model where the partner says so', async () => {
    const { activities } = createFakes();
    const strict = await run(activities.matchFace, { ...BOTH, minScore: 0.95 });
    expect(strict).toMatchObject({ verdict: 'RETRY', reasonCode: 'FACE_MATCH_FAILED' });
    const lax = await run(activities.matchFace, { ...BOTH, minScore: 0.1 });
    expect(lax).toMatchObject({ verdict: 'PASS' });
  });

  it('keeps the score of a weak face and asks for it again, however little the partner asks', async () => {
    const weak = { verdict: 'RETRY', reasonCode: 'KTP_NOT_READABLE' } as const;
    const { activities, saved } = createFakes({
      faceMatcher: matcherBy({ ...weak, faceMatchScore: 0.7, unusable: 'a', signs: [] }),
    });
    const verdict = await run(activities.matchFace, { ...BOTH, minScore: 0.1 });
    expect(verdict).toMatchObject({ ...weak, captures: ['KTP'] });
    expect(saved).toMatchObject([{ check: 'FACE_MATCH', score: 0.7 }]);
  });

  it('compares a reference image as one whole photograph, not as a card', async () => {
    const { activities, saved } = createFakes({
      faceMatcher: {
        ...matcherBy({ ...passing, faceMatchScore: 0.8, unusable: null, signs: [] }),
        matchPortrait: () => Promise.reject(new Error('taken for a card')),
      },
    });
    const pair = { ...SELFIE, reference: refOf('REFERENCE') };
    const verdict = await run(activities.matchReference, pair);
    expect(verdict).toEqual({ check: 'REFERENCE_MATCH', verdict: 'PASS' });
    expect(saved).toMatchObject([{ check: 'REFERENCE_MATCH', score: 0.8 }]);
  });

  it('hands the card first and the selfie second to the matcher', async () => {
    const seen: unknown[] = [];
    const decoded = { KTP: { ...IMAGE, width: 7 }, SELFIE: { ...IMAGE, width: 9 } };
    const { activities } = createFakes(
      {
        decodeImage: (bytes) =>
          Promise.resolve(Buffer.from(bytes).equals(BYTES) ? decoded.KTP : decoded.SELFIE),
        faceMatcher: {
          ...matcherBy({ ...passing, faceMatchScore: 0.9, unusable: null, signs: [] }),
          matchPortrait: (card, selfie) => {
            seen.push(card.width, selfie.width);
            return Promise.resolve({ ...passing, faceMatchScore: 0.9, unusable: null, signs: [] });
          },
        },
      },
      { fetch: (key) => Promise.resolve(key.includes('/KTP.') ? BYTES : Buffer.from('selfie')) },
    );
    const sha256 = createHash('sha256').update('selfie').digest('hex');
    await run(activities.matchFace, { ...KTP, selfie: { ...refOf('SELFIE'), sha256 } });
    expect(seen).toEqual([7, 9]);
  });
});
