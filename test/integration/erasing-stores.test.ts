import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDeliveryStore } from '../../db/delivery-store.js';
import { createErasureStore } from '../../db/erasure-store.js';
import { createBrowserEntryStore } from '../../db/browser-entry-store.js';
import { createHandoffStore } from '../../db/handoff-store.js';
import { createKeptSubmissionStore } from '../../db/kept-submission-store.js';
import { createLegalHoldStore } from '../../db/legal-hold-store.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { createPersonalRows } from '../../db/personal-rows.js';
import { assessment } from '../../db/schema/assessment.js';
import { createSelfieFingerprintStore } from '../../db/selfie-fingerprint-store.js';
import { submission } from '../../db/schema/submission.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { createUserGrantStore } from '../../db/user-grant-store.js';
import { ACME_CLIENT_ID, addAcmeWithKey } from '../support/acme-with-key.js';
import { beginErasure } from '../support/begin-erasure.js';
import { newSubmission } from '../support/new-submission.js';
import { listTraces } from '../support/list-traces.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';
import { listTablesReadWhole } from '../support/tables-read-whole.js';

const AT = new Date('2026-11-23T09:00:00Z');

let scratch: ScratchDatabase;
let client: postgres.Sql;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  client = postgres(scratch.url, { max: 1 });
  await addAcmeWithKey(scratch.database, AT);
});

afterAll(async () => {
  await client.end();
  await scratch.drop();
});

/** `whose` is in everything that a submission says about its person. */
async function addPerson(whose: string, status: 'ERROR') {
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
  await fingerprint(submissionId, whose, 1);
  await addWaysIn(submissionId);
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

function fingerprint(submissionId: string, whose: string, attempt: number) {
  return createSelfieFingerprintStore(scratch.database).compareAndKeep({
    submissionId,
    attempt,
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
}

/** A launch token, a hand-off and the phone that took over by it. */
async function addWaysIn(submissionId: string): Promise<void> {
  const expiresAt = new Date('2099-01-01T00:00:00Z');
  const hash = () => randomUUID();
  await createBrowserEntryStore(scratch.database).addLaunchToken({
    tokenHash: hash(),
    submissionId,
    expiresAt,
  });
  const codeHash = hash();
  const handoffs = createHandoffStore(scratch.database);
  await handoffs.openHandoff({
    id: randomUUID(),
    submissionId,
    codeHash,
    createdAt: AT,
    expiresAt,
  });
  const session = { secretHash: hash(), expiresAt };
  await handoffs.claimHandoff({ submissionId, codeHash, now: AT, session });
}

async function addGrant(of: ReturnType<typeof newSubmission>): Promise<string> {
  const id = randomUUID();
  await createUserGrantStore(scratch.database, sessionDigests).add({
    id,
    partnerCode: of.partnerCode,
    clientId: ACME_CLIENT_ID,
    environment: 'PRODUCTION',
    partnerUserId: of.partnerUserId,
    partnerUserIdType: of.partnerUserIdType,
    createdAt: of.createdAt,
    expiresAt: of.expiresAt,
  });
  return id;
}

const begin = (submissionId: string) => beginErasure(scratch.database, submissionId, AT);

const rows = () => createPersonalRows(scratch.database, sessionDigests);

describe('erasing the rows of a submission', () => {
  it('leaves nothing of the person, others alone, and counts once what is repeated', async () => {
    const { database } = scratch;
    const submissionId = await addPerson('somebody', 'ERROR');
    await addPerson('another', 'ERROR');
    const others = await listTraces(client, ['another']);
    expect(others.length).toBeGreaterThanOrEqual(7);
    await begin(submissionId);
    expect(await begin(submissionId)).toBe(false);
    expect(await rows().findRemains(submissionId)).toEqual([
      'submission',
      'assessment',
      'capture',
      'selfie_fingerprint',
      'launch_token',
      'browser_session',
      'handoff',
      'user_grant',
      'delivery_attempt',
    ]);

    for (const repeated of [1, 2]) {
      await rows().eraseContent(submissionId);
      await rows().eraseIdentity(submissionId, AT);
      expect(await rows().findRemains(submissionId), String(repeated)).toEqual([]);
    }
    await createKeptSubmissionStore(database).deleteGrantsOfUser({
      partnerCode: 'ACME',
      partnerUserId: 'user somebody',
      partnerUserIdType: 'ACME_USER_ID',
    });
    expect(await listTraces(client, ['somebody'])).toEqual([]);
    expect(await listTraces(client, ['another'])).toEqual(others);
    const record = await createErasureStore(database).find({ submissionId, scope: 'ALL' });
    expect(record?.counts).toEqual({
      cardFields: 1,
      captures: 1,
      selfieFingerprints: 1,
      userGrants: 1,
      browserEntries: 3,
      answerExcerpts: 1,
    });
  });

  it('reads no table from one end to the other', async () => {
    const submissionId = await addPerson('indexed', 'ERROR');
    await begin(submissionId);
    const read = await listTablesReadWhole(scratch.database, async (tx) => {
      const personal = createPersonalRows(tx, sessionDigests);
      await personal.findRemains(submissionId);
      await personal.eraseContent(submissionId);
      await personal.eraseIdentity(submissionId, AT);
      await createKeptSubmissionStore(tx).deleteGrantsOfUser({
        partnerCode: 'ACME',
        partnerUserId: 'user indexed',
        partnerUserIdType: 'ACME_USER_ID',
      });
    });
    expect(read).toEqual([]);
    expect(await rows().findRemains(submissionId)).toEqual([]);
  });

  it('goes on refusing the session id, and finds the submission by it', async () => {
    const store = createSubmissionStore(scratch.database, sessionDigests);
    const submissionId = await addPerson('reused', 'ERROR');
    await begin(submissionId);
    await rows().eraseIdentity(submissionId, AT);
    const again = newSubmission({ partnerSessionId: 'session of reused' });
    const found = await store.createOrFind(again);
    expect(found).toMatchObject({ id: submissionId, partnerUserId: '', erasedAt: AT });
    expect(await store.find(again.id)).toBeNull();
    expect(await store.findByPartnerSession('ACME', 'session of reused')).toEqual(found);
    expect(await store.findByPartnerSession('ACME', found.partnerSessionId)).toEqual(found);
  });

  it('lets one of a session that begins while it is erased win', async () => {
    const store = createSubmissionStore(scratch.database, sessionDigests);
    const submissionId = await addPerson('raced', 'ERROR');
    await begin(submissionId);
    const begun = await Promise.all([
      rows().eraseIdentity(submissionId, AT),
      ...Array.from({ length: 8 }, () =>
        store.createOrFind(newSubmission({ partnerSessionId: 'session of raced' })),
      ),
    ]);
    const ids = begun.flatMap((found) => (found ? [found.id] : []));
    expect(new Set(ids)).toEqual(new Set([submissionId]));
  });

  it('keeps no fingerprint that comes after it has begun', async () => {
    const submissionId = await addPerson('late', 'ERROR');
    await begin(submissionId);
    await rows().eraseContent(submissionId);
    await fingerprint(submissionId, 'late', 2);
    expect(await rows().findRemains(submissionId)).not.toContain('selfie_fingerprint');
  });
});

describe('what retention finds', () => {
  const cutoffs = {
    IMAGES: new Date('2026-11-20T00:00:00Z'),
    ALL: new Date('2026-10-01T00:00:00Z'),
  };
  const kept = () => createKeptSubmissionStore(scratch.database);

  async function addEnded(whose: string, endedAt: string): Promise<string> {
    const id = await addPerson(whose, 'ERROR');
    await scratch.database
      .update(submission)
      .set({ partnerCode: 'RETAIN', processedAt: new Date(endedAt) })
      .where(eq(submission.id, id));
    return id;
  }

  it('is what is over, of this partner, without what is on hold or has begun', async () => {
    const { database } = scratch;
    await createPartnerStore(database).add({ code: 'RETAIN', name: 'Retain', settings: {} });
    const old = await addEnded('old', '2026-09-01T00:00:00Z');
    const recent = await addEnded('recent', '2026-11-01T00:00:00Z');
    const held = await addEnded('held', '2026-09-02T00:00:00Z');
    const heldUser = await addEnded('held-user', '2026-09-03T00:00:00Z');
    await addEnded('new', '2026-11-22T00:00:00Z');
    const begun = await addEnded('begun', '2026-09-04T00:00:00Z');
    await begin(begun);
    const holds = createLegalHoldStore(database);
    const hold = { partnerCode: 'RETAIN', reason: 'CASE-17', placedAt: AT };
    const nobody = { partnerUserId: null, partnerUserIdType: null };
    const first = { ...hold, ...nobody, id: randomUUID(), submissionId: held };
    await holds.add(first);
    const user = { partnerUserId: 'user held-user', partnerUserIdType: 'ACME_USER_ID' };
    await holds.add({ ...hold, ...user, id: randomUUID(), submissionId: null });

    const list = async () =>
      (await kept().listOverdue('RETAIN', cutoffs, 10)).map(({ submissionId }) => submissionId);
    expect(await list()).toEqual([old, recent]);
    expect(await holds.findOn(held)).toEqual([first.id]);
    expect(await holds.findOn(heldUser)).toHaveLength(1);
    expect(await holds.findOn(old)).toEqual([]);
    await holds.remove(first.id);
    expect(await list()).toEqual([old, held, recent]);
  });

  it('is looked for at every partner, also where settings cannot be read', async () => {
    const partners = createPartnerStore(scratch.database);
    const settings = { ipAllowList: ['nowhere'] };
    await partners.add({ code: 'UNREADABLE', name: 'Unreadable', settings });
    expect(await partners.lock('UNREADABLE')).toMatchObject({ settings });
    expect(await partners.listCodes()).toEqual(expect.arrayContaining(['ACME', 'UNREADABLE']));
  });

  it('has images once, and everything when its time has come', async () => {
    const { database } = scratch;
    await createPartnerStore(database).add({ code: 'RETAIN', name: 'Retain', settings: {} });
    const id = await addEnded('images', '2026-11-01T00:00:00Z');
    const erasures = createErasureStore(database);
    const rule = { rule: 'RETENTION', retentionDays: 3, requestId: null, begunAt: AT } as const;
    await erasures.begin({ submissionId: id, scope: 'IMAGES', ...rule });
    const find = async (changed = {}) =>
      (await kept().listOverdue('RETAIN', { ...cutoffs, ...changed }, 50)).find(
        ({ submissionId }) => submissionId === id,
      );
    expect(await find()).toBeUndefined();
    expect(await find({ ALL: new Date('2026-11-10T00:00:00Z') })).toMatchObject({
      erasures: ['IMAGES'],
      isOnHold: false,
    });
  });
});
