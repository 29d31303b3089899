import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { SPECIMEN_CARD } from '../../activities/sandbox/specimen-card.js';
import { createAssessmentStore } from '../../db/assessment-store.js';
import { createDataKeyStore } from '../../db/data-key-store.js';
import { createErasureStore } from '../../db/erasure-store.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { createDataKeys } from '../../keys/data-keys.js';
import { createLocalSealing } from '../../keys/sealing.js';
import { newKeyRing } from '../support/memory/data-keys.js';
import { newSubmission } from '../support/new-submission.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  await createPartnerStore(scratch.database).add({ code: 'ACME', name: 'Acme', settings: {} });
});

afterAll(() => scratch.drop());

it('tells nothing of the card from when all of a submission is to be erased', async () => {
  const { database } = scratch;
  const store = createDataKeyStore(database);
  const assessments = createAssessmentStore(
    database,
    createDataKeys({ ...createLocalSealing(newKeyRing()), store }),
  );
  const { id: submissionId } = await createSubmissionStore(database, sessionDigests).createOrFind(
    newSubmission({}),
  );
  const ktp = { ktpDetails: SPECIMEN_CARD, ktpConfidence: {} };
  const found = { submissionId, attempt: 1, check: 'DOCUMENT', verdict: 'PASS' } as const;
  const nothing = { reasonCode: null, score: null, signs: null, documentQuality: null };
  await assessments.saveAssessment({ ...found, ...nothing, ktp, durationMs: 1 });
  const begin = (scope: 'IMAGES' | 'ALL') =>
    createErasureStore(database).begin({
      submissionId,
      scope,
      rule: 'REQUEST',
      retentionDays: null,
      requestId: null,
      begunAt: new Date(),
    });

  await begin('IMAGES');
  expect(await assessments.readSubmissionDetails(submissionId)).toMatchObject({
    ktpDetails: SPECIMEN_CARD,
  });
  await begin('ALL');
  expect(await assessments.readSubmissionDetails(submissionId)).toEqual({
    verificationResult: { document: 'PASS' },
  });
});
