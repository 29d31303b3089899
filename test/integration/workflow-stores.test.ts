import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { captureKey } from '../../contract/capture.js';
import type { KtpDetails } from '../../contract/ktp-details.js';
import { createAssessmentStore, type Assessment } from '../../db/assessment-store.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { assessment } from '../../db/schema/assessment.js';
import { submission } from '../../db/schema/submission.js';
import {
  createSubmissionProjectionStore,
  SubmissionRowMissingError,
} from '../../db/submission-projection-store.js';
import { createDataKeyStore } from '../../db/data-key-store.js';
import { createDataKeys } from '../../keys/data-keys.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import type { KeyRing } from '../../keys/key-ring.js';
import { createLocalSealing } from '../../keys/sealing.js';
import { SealBrokenError } from '../../keys/seal.js';
import { newKeyRing } from '../support/memory/data-keys.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';
import { untilBlocked } from '../support/until-blocked.js';

const keyRing = newKeyRing();
/** As a process of its own has them: nothing of the database is known yet. */
const dataKeysOf = (ring: KeyRing) =>
  createDataKeys({ ...createLocalSealing(ring), store: createDataKeyStore(scratch.database) });

/** Invented; the area code does not exist. */
const NIK = '9901010101010001';
const NOTHING_READ = Object.fromEntries(
  ['name', 'placeOfBirth', 'dateOfBirth', 'gender', 'bloodType', 'address', 'rt', 'rw'].map(
    (field) => [field, null],
  ),
);
const ktpDetails = {
  ...NOTHING_READ,
  nik: NIK,
  kelurahan: null,
  kecamatan: null,
  city: null,
  province: null,
  religion: null,
  maritalStatus: null,
  occupation: null,
  nationality: 'WNI',
  validUntil: null,
  placeOfIssue: null,
  dateOfIssue: null,
} as KtpDetails;

let scratch: ScratchDatabase;
let submissionId: string;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  await createPartnerStore(scratch.database).add({ code: 'CONTOH', name: 'Contoh', settings: {} });
});

afterAll(() => scratch.drop());

beforeEach(async () => {
  submissionId = randomUUID();
  await scratch.database.insert(submission).values({
    id: submissionId,
    partnerCode: 'CONTOH',
    partnerSessionId: randomUUID(),
    partnerUserId: 'user-1',
    partnerUserIdType: 'CONTOH_USER_ID',
    flow: 'KYC_LITE',
    source: 'SDK',
    requestDigest: '',
    publicId: randomUUID(),
    resultScreen: 'KENALI',
    awaiting: ['KTP', 'SELFIE'],
    expiresAt: new Date(),
  });
});

const readRow = async () => {
  const [row] = await scratch.database
    .select()
    .from(submission)
    .where(eq(submission.id, submissionId));
  return row!;
};

describe('the projection of a submission', () => {
  const valid = { status: 'COMPLETED', result: 'VALID', reasonCode: null } as const;
  const retry = (attempt: number) => ({
    submissionId,
    attempt,
    reasonCode: 'KTP_BLURRY' as const,
    captures: ['KTP' as const],
  });
  const end = (attempt: number) => ({
    submissionId,
    attempt,
    outcome: valid,
    nextAction: 'STATUS' as const,
    processedAt: new Date('2026-11-22T03:00:00.000Z'),
  });

  it('shows a retry and then the end, whatever is repeated late', async () => {
    const store = createSubmissionProjectionStore(scratch.database);
    expect(await store.readEnded(submissionId)).toBeNull();
    await store.recordRetry(retry(1));
    expect(await readRow()).toMatchObject({
      nextAction: 'RETRY',
      reasonCode: 'KTP_BLURRY',
      awaiting: ['KTP'],
      judgedAttempt: 1,
    });
    const tries = { KTP: 2, SELFIE: 1 };
    await store.recordRetry({ ...retry(2), tries, reasonCode: 'KTP_GLARE' });
    await store.recordRetry({ ...retry(1), tries: { KTP: 1, SELFIE: 1 } });
    expect(await readRow()).toMatchObject({ reasonCode: 'KTP_GLARE', judgedAttempt: 2, tries });

    const before = new Date();
    await store.recordOutcome(end(3));
    const { closedAt } = await readRow();
    expect(closedAt!.getTime()).toBeGreaterThanOrEqual(before.getTime());
    await store.recordOutcome(end(3));
    await store.recordRetry(retry(4));
    expect(await readRow()).toMatchObject({
      ...valid,
      nextAction: 'STATUS',
      awaiting: [],
      judgedAttempt: 3,
      closedAt,
    });
    expect(await store.readEnded(submissionId)).toMatchObject({
      ...valid,
      submissionId,
      flow: 'KYC_LITE',
      partnerUserId: 'user-1',
      processedAt: new Date('2026-11-22T03:00:00.000Z'),
    });
  });

  it('records what an attempt has taken where the confirm did not come to it, and only once', async () => {
    const store = createSubmissionProjectionStore(scratch.database);
    const ktp = (attempt: number) => ({
      documentType: 'KTP' as const,
      key: captureKey({ submissionId, attempt, documentType: 'KTP' }, 'aa'),
      sha256: 'aa',
      bytes: 3,
    });
    await store.recordRetry({ ...retry(1), taken: [ktp(1)] });
    await store.recordOutcome({ ...end(2), taken: [ktp(2)] });
    await store.recordOutcome({ ...end(2), taken: [ktp(2)] });
    const submissions = createSubmissionStore(scratch.database, sessionDigests);
    await submissions.recordConfirm({ submissionId, attempt: 2, captures: [ktp(2)] });
    expect(await submissions.listConfirmed(submissionId, 1)).toEqual([ktp(1)]);
    expect(await submissions.listConfirmed(submissionId, 2)).toEqual([ktp(2)]);
  });

  it('calls a submission without a row by its name', async () => {
    const store = createSubmissionProjectionStore(scratch.database);
    const missing = { ...end(1), submissionId: randomUUID() };
    await expect(store.recordOutcome(missing)).rejects.toThrow(SubmissionRowMissingError);
  });
});

describe('the assessments of a submission', () => {
  const found = (changed: Partial<Assessment>): Assessment => ({
    submissionId,
    attempt: 1,
    check: 'DOCUMENT',
    verdict: 'PASS',
    reasonCode: null,
    score: null,
    signs: null,
    documentQuality: null,
    ktp: null,
    durationMs: 1,
    ...changed,
  });

  it('compose the details from the newest run of each check', async () => {
    const store = createAssessmentStore(scratch.database, dataKeysOf(keyRing));
    expect(await store.readSubmissionDetails(submissionId)).toEqual({});
    await store.saveAssessment(found({ verdict: 'RETRY', reasonCode: 'KTP_BLURRY' }));
    await store.saveAssessment(found({ check: 'LIVENESS', score: 0.98 }));
    const trace = {
      raw: 'C0NTOH',
      value: 'CONTOH',
      reason: 'LOOK_ALIKE',
      distance: 1,
      readConfidence: 0.8,
    } as const;
    const crossChecks = { nikForm: 'PASS', age: 'WARN' } as const;
    const ktp = {
      ktpDetails,
      ktpConfidence: { nik: 0.99 },
      crossChecks,
      fields: { name: trace },
    };
    const second = found({ attempt: 2, ktp, documentQuality: { blur: 'PASS' } });
    await store.saveAssessment(second);
    await store.saveAssessment(second);
    await store.saveAssessment(
      found({
        attempt: 2,
        check: 'FACE_MATCH',
        verdict: 'REJECT',
        reasonCode: 'FACE_MATCH_FAILED',
        score: 0.1,
      }),
    );
    expect(await store.readSubmissionDetails(submissionId)).toEqual({
      ktpDetails,
      ktpConfidence: { nik: 0.99 },
      crossChecks,
      documentQuality: { blur: 'PASS' },
      verificationResult: { document: 'PASS', liveness: 'PASS', faceMatch: 'FAIL' },
      livenessScore: 0.98,
      faceMatchScore: 0.1,
    });
  });

  it.each([
    ['the card was blurred', { verdict: 'RETRY', reasonCode: 'KTP_BLURRY' }, 'FACE_MATCH_FAILED'],
    ['there was no face to compare', { verdict: 'PASS' }, 'FACE_NOT_FOUND'],
  ] as const)('tell of no other person where %s', async (_case, document, reasonCode) => {
    const store = createAssessmentStore(scratch.database, dataKeysOf(keyRing));
    await store.saveAssessment(found(document));
    const differing = { verdict: 'RETRY', reasonCode, score: 0.2 } as const;
    await store.saveAssessment(found({ check: 'FACE_MATCH', ...differing }));
    await store.saveAssessment(found({ check: 'REFERENCE_MATCH', score: 0.9 }));
    expect(await store.readSubmissionDetails(submissionId)).toEqual({
      verificationResult: {
        document: document.verdict === 'PASS' ? 'PASS' : 'FAIL',
        referenceMatch: 'PASS',
      },
      referenceMatchScore: 0.9,
    });
  });

  it('keep the card sealed: neither readable, nor movable, nor openable with another key', async () => {
    const store = createAssessmentStore(scratch.database, dataKeysOf(keyRing));
    await store.saveAssessment(found({ ktp: { ktpDetails, ktpConfidence: {} } }));
    const [row] = await scratch.database
      .select()
      .from(assessment)
      .where(eq(assessment.submissionId, submissionId));
    expect(Buffer.from(row!.ktpSealed!).includes(NIK)).toBe(false);

    await scratch.database.insert(assessment).values({ ...row!, attempt: 2 });
    const reading = store.readSubmissionDetails(submissionId);
    await expect(reading).rejects.toThrow(SealBrokenError);

    const foreign = createAssessmentStore(scratch.database, dataKeysOf(newKeyRing()));
    const foreignReading = foreign.readSubmissionDetails(submissionId);
    await expect(foreignReading).rejects.toMatchObject({ name: 'KeyMissingError' });
  });

  it('fail without values when the submission does not exist', async () => {
    const store = createAssessmentStore(scratch.database, dataKeysOf(keyRing));
    const ktp = { ktpDetails, ktpConfidence: {} };
    const failing = store.saveAssessment(found({ submissionId: randomUUID(), ktp }));
    const error: unknown = await failing.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SubmissionRowMissingError);
    expect(String(error)).not.toContain(NIK);
  });

  const endNow = (database = scratch.database) =>
    createSubmissionProjectionStore(database).recordOutcome({
      submissionId,
      attempt: 1,
      outcome: { status: 'ERROR', result: null, reasonCode: 'CANCELLED_BY_PARTNER' },
      nextAction: 'EXIT',
      processedAt: new Date(),
    });

  it('change no more once it has ended', async () => {
    const store = createAssessmentStore(scratch.database, dataKeysOf(keyRing));
    await store.saveAssessment(found({ check: 'LIVENESS', score: 0.5 }));
    await endNow();
    const told = await store.readSubmissionDetails(submissionId);
    await store.saveAssessment(found({ check: 'LIVENESS', score: 0.9 }));
    await store.saveAssessment(found({ ktp: { ktpDetails, ktpConfidence: {} } }));
    expect(await store.readSubmissionDetails(submissionId)).toEqual(told);
    expect(told).toMatchObject({ livenessScore: 0.5 });
  });

  it('are stored before an end that comes meanwhile: what it tells is all there is', async () => {
    let end: Promise<void> | undefined;
    await scratch.database.transaction(async (tx) => {
      await createAssessmentStore(tx, dataKeysOf(keyRing)).saveAssessment(
        found({ check: 'LIVENESS' }),
      );
      end = endNow();
      await untilBlocked(scratch.database);
    });
    await end;
    const store = createAssessmentStore(scratch.database, dataKeysOf(keyRing));
    await expect(store.readSubmissionDetails(submissionId)).resolves.toMatchObject({
      verificationResult: { liveness: 'PASS' },
    });
  });
});
