import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createPartnerStore } from '../../db/partner-store.js';
import { submission } from '../../db/schema/submission.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { newSubmission } from '../support/new-submission.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';

const MIGRATION = fileURLToPath(
  new URL('../../db/migrations/0013_tries_of_a_submission.sql', import.meta.url),
);

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  await createPartnerStore(scratch.database).add({ code: 'ACME', name: 'Acme', settings: {} });
});

afterAll(() => scratch.drop());

/** Two attempts that were judged, both with a selfie, and a third that was confirmed. */
async function addSubmission(status: 'IN_PROGRESS' | 'ERROR'): Promise<string> {
  const store = createSubmissionStore(scratch.database, sessionDigests);
  const { id: submissionId } = await store.createOrFind(newSubmission());
  const captures = [
    ['KTP', 1],
    ['SELFIE', 1],
    ['SELFIE', 2],
    ['SELFIE', 3],
  ] as const;
  for (const [documentType, attempt] of captures) {
    const ref = { documentType, key: 'captures/1', sha256: 'ab', bytes: 3 };
    await store.recordConfirm({ submissionId, attempt, captures: [ref] });
  }
  const judged = { status, judgedAttempt: 2 };
  await scratch.database.update(submission).set(judged).where(eq(submission.id, submissionId));
  return submissionId;
}

it('the migration counts the tries of open submissions and leaves ended rows as they are', async () => {
  const { database } = scratch;
  const open = await addSubmission('IN_PROGRESS');
  const ended = await addSubmission('ERROR');
  const placeOf = (id: string) =>
    database.execute(sql`select ctid::text from submission where id = ${id}`);
  await database.execute(sql`alter table submission drop column tries`);
  const before = [...(await placeOf(ended))];

  const statements = (await readFile(MIGRATION, 'utf8')).split('--> statement-breakpoint');
  for (const statement of statements) await database.execute(sql.raw(statement));

  const store = createSubmissionStore(database, sessionDigests);
  expect((await store.find(open))?.tries).toEqual({ KTP: 1, SELFIE: 2 });
  expect((await store.find(ended))?.tries).toEqual({});
  expect([...(await placeOf(ended))]).toEqual(before);
});
