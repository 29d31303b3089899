import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createErasureStore } from '../../db/erasure-store.js';
import { createLegalHoldStore } from '../../db/legal-hold-store.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { newSubmission } from '../support/new-submission.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';

const partnerCode = 'ACME';
const AT = new Date('2026-11-23T09:00:00Z');

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  await createPartnerStore(scratch.database).add({ code: partnerCode, name: 'Acme', settings: {} });
});

afterAll(() => scratch.drop());

/** A user and their one submission. */
async function addUser() {
  const user = { partnerCode, partnerUserId: randomUUID(), partnerUserIdType: 'ACME_USER_ID' };
  const store = createSubmissionStore(scratch.database, sessionDigests);
  const { id } = await store.createOrFind(newSubmission(user));
  return { user, submissionId: id };
}

it('erasures are listed by the partner user that they are about, of images left out', async () => {
  const [listed, other] = [await addUser(), await addUser()];
  const erasures = createErasureStore(scratch.database);
  const rule = { rule: 'REQUEST', retentionDays: null, requestId: null, begunAt: AT } as const;
  const { submissionId, user } = listed;
  await erasures.begin({ submissionId, scope: 'IMAGES', ...rule });
  await erasures.begin({ submissionId, scope: 'ALL', ...rule });
  await erasures.begin({ submissionId: other.submissionId, scope: 'ALL', ...rule });
  const found = await erasures.listOfUser(user);
  expect(found).toMatchObject([{ submissionId, scope: 'ALL', partnerCode }]);
  expect(found).toHaveLength(1);
});

it('erasures that have begun are listed by the partner user, of images too', async () => {
  const [listed, other] = [await addUser(), await addUser()];
  const erasures = createErasureStore(scratch.database);
  const rule = { rule: 'RETENTION', retentionDays: 0, requestId: null, begunAt: AT } as const;
  for (const { submissionId } of [listed, other]) {
    await erasures.begin({ submissionId, scope: 'IMAGES', ...rule });
  }
  const pending = { user: listed.user, isCompleted: false, limit: 10 };
  const images = { submissionId: listed.submissionId, scope: 'IMAGES' } as const;
  expect(await erasures.list(pending)).toMatchObject([images]);
  await erasures.complete(images, { at: AT, proof: 'signed' });
  expect(await erasures.list(pending)).toEqual([]);
});

it('holds on a partner user and on any submission of theirs stand against erasing them', async () => {
  const [bySubmission, byUser, free] = [await addUser(), await addUser(), await addUser()];
  const holds = createLegalHoldStore(scratch.database);
  const hold = { partnerCode, reason: 'CASE-17', placedAt: AT };
  const nobody = { partnerUserId: null, partnerUserIdType: null };
  const [first, second] = [randomUUID(), randomUUID()];
  await holds.add({ ...hold, ...nobody, id: first, submissionId: bySubmission.submissionId });
  await holds.add({ ...hold, ...byUser.user, id: second, submissionId: null });
  expect(await holds.findOnUser(bySubmission.user)).toEqual([first]);
  expect(await holds.findOnUser(byUser.user)).toEqual([second]);
  expect(await holds.findOnUser(free.user)).toEqual([]);
});
