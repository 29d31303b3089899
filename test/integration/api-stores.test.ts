import { randomBytes, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createBrowserEntryStore } from '../../db/browser-entry-store.js';
import { migrateDatabase } from '../../db/migrate.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { submission } from '../../db/schema/submission.js';
import { StoreError } from '../../db/store-error.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import type {} from '../support/platform-context.js';
import { newSubmission } from '../support/new-submission.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';
import { listTablesReadWhole } from '../support/tables-read-whole.js';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  await createPartnerStore(scratch.database).add({ code: 'ACME', name: 'Acme', settings: {} });
});

afterAll(() => scratch.drop());

describe('migrations', () => {
  it('change nothing when they are applied again', async () => {
    await migrateDatabase(scratch.url);
    const rows = await scratch.database.execute(
      sql`select count(*)::int as applied from drizzle.__drizzle_migrations`,
    );
    await migrateDatabase(scratch.url);
    const again = await scratch.database.execute(
      sql`select count(*)::int as applied from drizzle.__drizzle_migrations`,
    );
    expect([...again]).toEqual([...rows]);
  });

  it('say that the database is away without its password', async () => {
    const url = 'postgres://kenali:very-secret@127.0.0.1:1/kenali';
    const error: unknown = await migrateDatabase(url).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'StoreError', isUnavailable: true });
    expect(String(error)).not.toContain('very-secret');
  });
});

describe('submissions', () => {
  it('are listed as not started until a start is noted', async () => {
    const store = createSubmissionStore(scratch.database, sessionDigests);
    const createdAt = new Date('2026-01-02T03:00:00Z');
    const until = new Date('2026-01-02T03:00:01Z');
    const { id } = await store.createOrFind(newSubmission({ createdAt }));
    const listed = async () => (await store.listUnstarted(until, 10)).map((row) => row.id);
    expect(await store.listUnstarted(createdAt, 10)).toEqual([]);
    expect(await listed()).toEqual([id]);
    await store.recordStart(id, until);
    expect(await listed()).toEqual([]);
    await store.recordStart(id, new Date('2026-01-03T03:00:00Z'));
    expect(await store.find(id)).toMatchObject({ startedAt: until });
  });

  it('are one per partner and session, whoever comes first', async () => {
    const store = createSubmissionStore(scratch.database, sessionDigests);
    const partnerSessionId = randomUUID();
    const calls = Array.from({ length: 5 }, () =>
      store.createOrFind(newSubmission({ partnerSessionId })),
    );
    const ids = new Set((await Promise.all(calls)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    await expect(store.findByPartnerSession('ACME', partnerSessionId)).resolves.toMatchObject({
      id: [...ids][0],
      status: 'IN_PROGRESS',
      awaiting: ['KTP', 'SELFIE'],
      confirmedAttempt: 0,
      expiresAt: new Date('2026-11-23T08:00:00Z'),
    });
    await expect(store.findByPartnerSession('SHOP', partnerSessionId)).resolves.toBeNull();
  });

  it('are found by id and by public id', async () => {
    const store = createSubmissionStore(scratch.database, sessionDigests);
    const { id, publicId } = await store.createOrFind(newSubmission());
    await expect(store.find(id)).resolves.toMatchObject({ publicId });
    await expect(store.findByPublicId(publicId)).resolves.toMatchObject({ id });
    await expect(store.find(randomUUID())).resolves.toBeNull();
  });

  it('count a confirm once however often it is recorded, and never go back', async () => {
    const store = createSubmissionStore(scratch.database, sessionDigests);
    const { id: submissionId } = await store.createOrFind(newSubmission());
    const ref = (documentType: 'KTP' | 'SELFIE', attempt: number) => ({
      documentType,
      key: `captures/${submissionId}/${String(attempt)}/${documentType}`,
      sha256: 'ab'.repeat(32),
      bytes: 3,
    });
    const first = { submissionId, attempt: 1, captures: [ref('KTP', 1), ref('SELFIE', 1)] };
    await store.recordConfirm(first);
    await store.recordConfirm({ submissionId, attempt: 2, captures: [ref('KTP', 2)] });
    await store.recordConfirm(first);
    await expect(store.find(submissionId)).resolves.toMatchObject({ confirmedAttempt: 2 });
    await expect(store.listConfirmed(submissionId, 1)).resolves.toHaveLength(2);
  });

  it('count the attempts in flight: confirmed, not judged, not ended, not of the sandbox', async () => {
    const store = createSubmissionStore(scratch.database, sessionDigests);
    const before = await store.countInFlight();
    const ids = await Promise.all(
      ['waits', 'judged', 'ended', 'of the sandbox', 'not confirmed'].map(
        async () => (await store.createOrFind(newSubmission())).id,
      ),
    );
    for (const submissionId of ids.slice(0, 4)) {
      const ref = { documentType: 'KTP', key: 'captures/1', sha256: 'ab', bytes: 3 } as const;
      await store.recordConfirm({ submissionId, attempt: 1, captures: [ref] });
    }
    const set = (id: string, values: Partial<typeof submission.$inferInsert>) =>
      scratch.database.update(submission).set(values).where(eq(submission.id, id));
    await set(ids[1]!, { judgedAttempt: 1 });
    await set(ids[2]!, { status: 'ERROR' });
    await set(ids[3]!, { environment: 'SANDBOX' });
    expect((await store.countInFlight()) - before).toBe(1);
  });

  it('are counted by an index of those alone that are in flight', async () => {
    const read = await listTablesReadWhole(scratch.database, (tx) =>
      createSubmissionStore(tx, sessionDigests).countInFlight(),
    );
    expect(read).toEqual([]);
  });

  it('count the face matches of a partner that are not judged, by an index of those alone', async () => {
    const store = createSubmissionStore(scratch.database, sessionDigests);
    const add = async (changed: Parameters<typeof newSubmission>[0]) => {
      const { id } = await store.createOrFind(newSubmission(changed));
      await store.recordConfirm({ submissionId: id, attempt: 1, captures: [] });
      return id;
    };
    await add({ flow: 'FACE_MATCH' });
    await add({ flow: 'KYC_LITE' });
    await add({ flow: 'FACE_MATCH', environment: 'SANDBOX' });
    const judged = await add({ flow: 'FACE_MATCH' });
    await scratch.database
      .update(submission)
      .set({ judgedAttempt: 1 })
      .where(eq(submission.id, judged));
    await store.createOrFind(newSubmission({ flow: 'FACE_MATCH' }));
    expect(await store.countUnjudgedMatches('ACME', 'PRODUCTION')).toBe(1);
    expect(await store.countUnjudgedMatches('ACME', 'SANDBOX')).toBe(1);
    expect(await store.countUnjudgedMatches('OTHER', 'PRODUCTION')).toBe(0);
    const read = await listTablesReadWhole(scratch.database, (tx) =>
      createSubmissionStore(tx, sessionDigests).countUnjudgedMatches('ACME', 'SANDBOX'),
    );
    expect(read).toEqual([]);
  });

  it('that the database refuses tell nothing of what was written', async () => {
    const store = createSubmissionStore(scratch.database, sessionDigests);
    const personal = 'a-name-nobody-may-read';
    const refused = [
      newSubmission({ partnerUserId: personal, partnerCode: 'NOBODY' }),
      newSubmission({ partnerUserId: personal, partnerUserIdType: 'null byte \0' }),
    ];
    for (const row of refused) {
      const error: unknown = await store.createOrFind(row).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreError);
      const { message, stack } = error as StoreError;
      expect(`${message}${stack ?? ''}${JSON.stringify(error)}`).not.toContain(personal);
    }
  });
});

describe('launch tokens', () => {
  const now = new Date('2026-11-22T08:00:00Z');
  const later = new Date('2026-11-22T08:30:00Z');

  const newSession = (submissionId: string) => ({
    secretHash: randomBytes(32).toString('hex'),
    submissionId,
    expiresAt: later,
    handoffId: null,
  });

  async function addToken() {
    const submissionId = (
      await createSubmissionStore(scratch.database, sessionDigests).createOrFind(newSubmission())
    ).id;
    const entries = createBrowserEntryStore(scratch.database);
    const tokenHash = randomBytes(32).toString('hex');
    await entries.addLaunchToken({ tokenHash, submissionId, expiresAt: later });
    const exchange = (at: Date, forSubmission = submissionId) =>
      entries.exchangeLaunchToken({
        tokenHash,
        now: at,
        session: newSession(forSubmission),
      });
    return { entries, exchange, tokenHash, submissionId };
  }

  it('are exchanged by one alone of several at the same moment', async () => {
    const { exchange } = await addToken();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => exchange(now)));
    expect(outcomes.sort()).toEqual([...Array<string>(4).fill('ALREADY_USED'), 'EXCHANGED']);
  });

  it('are exchanged again by the browser that did, for ten minutes', async () => {
    const { entries, tokenHash, submissionId } = await addToken();
    const session = newSession(submissionId);
    const exchange = (at: Date) => entries.exchangeLaunchToken({ tokenHash, now: at, session });
    const both = await Promise.all([exchange(now), exchange(now)]);
    expect(both).toEqual(['EXCHANGED', 'EXCHANGED']);
    await expect(exchange(new Date(now.getTime() + 600_000))).resolves.toBe('EXCHANGED');
    await expect(exchange(new Date(now.getTime() + 600_001))).resolves.toBe('ALREADY_USED');
  });

  it('are not exchanged when they have expired or open another submission', async () => {
    const { exchange } = await addToken();
    const other = await addToken();
    await expect(exchange(later)).resolves.toBe('EXPIRED');
    await expect(exchange(now, other.submissionId)).resolves.toBe('UNKNOWN');
    await expect(exchange(now)).resolves.toBe('EXCHANGED');
  });

  it('leave a browser session behind', async () => {
    const { entries, tokenHash, submissionId } = await addToken();
    const session = newSession(submissionId);
    await entries.exchangeLaunchToken({ tokenHash, now, session });
    await expect(entries.findBrowserSession(session.secretHash)).resolves.toEqual(session);
    await expect(entries.findBrowserSession(tokenHash)).resolves.toBeNull();
  });
});
