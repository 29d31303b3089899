import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createDeliveryStore } from '../../db/delivery-store.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { assessment } from '../../db/schema/assessment.js';
import { createSelfieFingerprintStore } from '../../db/selfie-fingerprint-store.js';
import { submission } from '../../db/schema/submission.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { createUserGrantStore } from '../../db/user-grant-store.js';
import { newSubmission } from '../support/new-submission.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';

/** The statements that docs/operations.md gives an operator. */

let scratch: ScratchDatabase;
let client: postgres.Sql;
let statements: string;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  client = postgres(scratch.url, { max: 1 });
  await createPartnerStore(scratch.database).add({ code: 'ACME', name: 'Acme', settings: {} });
  const manual = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  [, statements = ''] = /```sql\n(begin;.*?commit;)\n```/s.exec(manual) ?? [];
});

afterAll(async () => {
  await client.end();
  await scratch.drop();
});

/** `whose` is in everything that a submission says about its person. */
async function addPerson(whose: string, status: 'ERROR' | 'IN_PROGRESS') {
  const { database } = scratch;
  const created = newSubmission({
    partnerSessionId: `session of ${whose}`,
    partnerUserId: `user ${whose}`,
    requestDigest: `digest of ${whose}`,
    successRedirectionUrl: `https://shop.example/?user=${whose}`,
    failureRedirectionUrl: `https://shop.example/?user=${whose}`,
  });
  const { id: submissionId } = await createSubmissionStore(database, sessionDigests).createOrFind(
    created,
  );
  const capture = {
    documentType: 'KTP',
    key: 'k',
    sha256: `digest of ${whose}`,
    bytes: 1,
  } as const;
  const confirmed = { submissionId, attempt: 1, captures: [capture] };
  await createSubmissionStore(database, sessionDigests).recordConfirm(confirmed);
  await database.insert(assessment).values({
    submissionId,
    attempt: 1,
    check: 'DOCUMENT',
    verdict: 'PASS',
    ktpSealed: Buffer.from(`card of ${whose}`),
    durationMs: 1,
  });
  await createSelfieFingerprintStore(database).compareAndKeep({
    submissionId,
    attempt: 1,
    pictures: [
      {
        picture: 0,
        digest: `digest of ${whose}`,
        fingerprint: '12'.repeat(32),
        mirrored: '21'.repeat(32),
      },
    ],
    maxDistance: 0,
  });
  const deliveries = createDeliveryStore(database);
  const answerExcerpt = `no ${whose}`;
  const refused = {
    httpStatus: 500,
    errorClass: 'HTTP_STATUS',
    answerExcerpt,
    durationMs: 1,
  } as const;
  await deliveries.addAttempt({ submissionId, delivery: 1 }, 1, refused);
  await addGrant(created);
  await createUserGrantStore(database, sessionDigests).bindSubmission(
    await addGrant(created),
    created,
  );
  await database.update(submission).set({ status }).where(eq(submission.id, submissionId));
  return submissionId;
}

async function addGrant(of: ReturnType<typeof newSubmission>): Promise<string> {
  const id = randomUUID();
  await createUserGrantStore(scratch.database, sessionDigests).add({
    id,
    partnerCode: of.partnerCode,
    environment: 'PRODUCTION',
    partnerUserId: of.partnerUserId,
    partnerUserIdType: of.partnerUserIdType,
    createdAt: of.createdAt,
    expiresAt: of.expiresAt,
  });
  return id;
}

const erase = (submissionId: string) =>
  client.unsafe(statements.replaceAll(":'id'", `'${submissionId}'`));

/** How many rows of the whole database name somebody, in clear or as bytes. */
async function countTraces(whose: string): Promise<number> {
  const tables = await client<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  const hex = Buffer.from(whose).toString('hex');
  const rows = await Promise.all(
    tables.map(({ name }) =>
      client.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`),
    ),
  );
  return rows.flat().filter(({ row }) => row.includes(whose) || row.includes(hex)).length;
}

it('the statements for erasing by hand leave nothing of the person, and others alone', async () => {
  const erased = await addPerson('somebody', 'ERROR');
  await addPerson('another', 'ERROR');
  const before = await countTraces('another');
  expect(await countTraces('somebody')).toBe(before);
  expect(before).toBeGreaterThanOrEqual(7);
  await erase(erased);
  expect(await countTraces('somebody')).toBe(0);
  expect(await countTraces('another')).toBe(before);
});

it('the statements change nothing of a submission that is in progress', async () => {
  const open = await addPerson('anybody', 'IN_PROGRESS');
  const before = await countTraces('anybody');
  await expect(erase(open)).rejects.toThrow('division by zero');
  await client.unsafe('rollback');
  expect(await countTraces('anybody')).toBe(before);
});
