import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PartnerCaller } from '../../api/authenticate.js';
import { createInitiateFlow } from '../../api/routes/initiate-flow/initiate-flow.service.js';
import { parseSigningKeys } from '../../keys/signing-keys.js';
import { createTokenIssuer } from '../../api/tokens/token-issuer.js';
import { createBrowserEntryStore } from '../../db/browser-entry-store.js';
import { createHandoffStore } from '../../db/handoff-store.js';
import { handoff } from '../../db/schema/browser-entry.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { createUserGrantStore } from '../../db/user-grant-store.js';
import { ACME_CLIENT_ID, addAcmeWithKey } from '../support/acme-with-key.js';
import { createPartner } from '../support/api-under-test.js';
import { createMemoryRequestedRuns } from '../support/memory/requested-runs.js';
import { newSubmission } from '../support/new-submission.js';
import { EMPTY_BACKLOG } from '../support/empty-backlog.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';
import { createSigningKeyFile } from '../support/signing-key-file.js';

const now = new Date('2026-11-22T08:00:00Z');
const later = new Date('2026-11-22T08:10:00Z');
const hash = () => randomBytes(32).toString('hex');
const five = <T>(make: () => Promise<T>) => Promise.all(Array.from({ length: 5 }, make));

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  await addAcmeWithKey(scratch.database, now);
});

afterAll(() => scratch.drop());

const addSubmission = async () =>
  (await createSubmissionStore(scratch.database, sessionDigests).createOrFind(newSubmission())).id;

describe('racing initiates', () => {
  async function createInitiate() {
    const keys = await parseSigningKeys(JSON.stringify(await createSigningKeyFile()), 'test keys');
    const runs = createMemoryRequestedRuns();
    const initiate = createInitiateFlow({
      submissions: createSubmissionStore(scratch.database, sessionDigests),
      browserEntries: createBrowserEntryStore(scratch.database),
      runs,
      referenceImages: { hasSource: () => Promise.resolve(false) },
      backlog: EMPTY_BACKLOG,
      tokens: createTokenIssuer({ keys, issuer: 'http://127.0.0.1', now: () => now }),
      now: () => now,
      publicUrl: 'http://127.0.0.1',
    });
    const caller: PartnerCaller = {
      scope: 'partner',
      partner: createPartner(),
      environment: 'PRODUCTION',
    };
    const partnerSessionId = randomUUID();
    const call = (requestDigest = 'digest') =>
      initiate({
        caller,
        partnerSessionId,
        partnerUserId: 'user-7',
        partnerUserIdType: 'ACME_USER_ID',
        requestDigest,
        body: { flow: 'KTP_SCAN', source: 'WEB_SDK' },
      });
    return { call, runs };
  }

  it('make one submission and one workflow, each with a launch address of its own', async () => {
    const { call, runs } = await createInitiate();
    const initiated = await five(() => call());
    expect(new Set(initiated.map(({ submissionId }) => submissionId)).size).toBe(1);
    expect(runs.started).toHaveLength(1);
    const addresses = initiated.map(({ issued }) => 'launchUrl' in issued && issued.launchUrl);
    expect(new Set(addresses).size).toBe(5);
  });

  it('with different bodies let one win', async () => {
    const { call, runs } = await createInitiate();
    const settled = await Promise.allSettled(['a', 'b', 'c'].map((digest) => call(digest)));
    const refused = settled.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const one of refused) {
      expect(one).toMatchObject({ reason: { statusCode: 409, message: /1554/ } });
    }
    expect(runs.started).toHaveLength(1);
  });
});

describe('hand-offs', () => {
  async function addHandoff(submissionId: string, createdAt = now) {
    const handoffs = createHandoffStore(scratch.database);
    const opened = {
      id: randomUUID(),
      submissionId,
      codeHash: hash(),
      createdAt,
      expiresAt: later,
    };
    await handoffs.openHandoff(opened);
    const claim = (at = now, forSubmission = submissionId) =>
      handoffs.claimHandoff({
        submissionId: forSubmission,
        codeHash: opened.codeHash,
        now: at,
        session: { secretHash: hash(), expiresAt: later },
      });
    return { handoffs, opened, claim };
  }

  it('are claimed by one phone alone of several at the same moment', async () => {
    const { claim, opened } = await addHandoff(await addSubmission());
    const outcomes = (await five(() => claim())).map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual([...Array<string>(4).fill('ALREADY_USED'), 'CLAIMED']);
    await expect(claim()).resolves.toEqual({ outcome: 'ALREADY_USED' });
    expect(opened.id).toBeDefined();
  });

  it('are claimed again by the phone that did, until they end', async () => {
    const submissionId = await addSubmission();
    const { handoffs, opened } = await addHandoff(submissionId);
    const session = { secretHash: hash(), expiresAt: later };
    const claim = () =>
      handoffs.claimHandoff({ submissionId, codeHash: opened.codeHash, now, session });
    const claimed = { outcome: 'CLAIMED', handoffId: opened.id };
    expect(await Promise.all([claim(), claim()])).toEqual([claimed, claimed]);
    await handoffs.endHandoff(opened.id, now);
    await expect(claim()).resolves.toEqual({ outcome: 'ALREADY_USED' });
  });

  it('are not claimed late, for another submission or after their end', async () => {
    const submissionId = await addSubmission();
    const { claim, handoffs, opened } = await addHandoff(submissionId);
    await expect(claim(later)).resolves.toEqual({ outcome: 'EXPIRED' });
    await expect(claim(now, await addSubmission())).resolves.toEqual({ outcome: 'UNKNOWN' });
    await handoffs.endHandoff(opened.id, now);
    await expect(claim()).resolves.toEqual({ outcome: 'EXPIRED' });
  });

  it('leave a browser session that names them', async () => {
    const submissionId = await addSubmission();
    const { handoffs, opened } = await addHandoff(submissionId);
    const secretHash = hash();
    const claimed = await handoffs.claimHandoff({
      submissionId,
      codeHash: opened.codeHash,
      now,
      session: { secretHash, expiresAt: later },
    });
    expect(claimed).toEqual({ outcome: 'CLAIMED', handoffId: opened.id });
    const sessions = createBrowserEntryStore(scratch.database);
    await expect(sessions.findBrowserSession(secretHash)).resolves.toEqual({
      secretHash,
      submissionId,
      expiresAt: later,
      handoffId: opened.id,
    });
  });

  it('are ended by a newer one, however many open at the same moment', async () => {
    const submissionId = await addSubmission();
    const added = await five(() => addHandoff(submissionId));
    const { handoffs } = added[0]!;
    const rows = await Promise.all(added.map(({ opened }) => handoffs.find(opened.id)));
    const open = rows.filter((row) => row!.endedAt === null);
    expect(open).toHaveLength(1);
    await expect(handoffs.findLatest(submissionId)).resolves.toMatchObject({ id: open[0]!.id });
  });

  it('are refused by the database itself as the second that is open', async () => {
    const submissionId = await addSubmission();
    await addHandoff(submissionId);
    const row = () => ({ id: randomUUID(), codeHash: hash(), createdAt: now, expiresAt: later });
    const second = scratch.database.insert(handoff).values({ ...row(), submissionId });
    await expect(second).rejects.toMatchObject({ cause: { constraint_name: 'handoff_one_open' } });
    await scratch.database.insert(handoff).values({ ...row(), submissionId, endedAt: now });
  });

  it('are one however opens, claims and ends meet', async () => {
    const submissionId = await addSubmission();
    const { handoffs, opened, claim } = await addHandoff(submissionId);
    const more = Array.from({ length: 10 }, (_, index) => {
      if (index % 3 === 0) return claim();
      if (index % 3 === 1) return handoffs.endHandoff(opened.id, now);
      return addHandoff(submissionId);
    });
    await Promise.all(more);
    const isOpen = and(eq(handoff.submissionId, submissionId), isNull(handoff.endedAt));
    const open = await scratch.database.select().from(handoff).where(isOpen);
    expect(open).toHaveLength(1);
    await expect(handoffs.findLatest(submissionId)).resolves.toMatchObject({ id: open[0]!.id });
  });

  it('tell the newest when all have ended, and none of another submission', async () => {
    const submissionId = await addSubmission();
    await addHandoff(submissionId);
    const { handoffs, opened } = await addHandoff(submissionId, later);
    await handoffs.endHandoff(opened.id, later);
    await expect(handoffs.findLatest(submissionId)).resolves.toMatchObject({ id: opened.id });
    await expect(handoffs.findLatest(await addSubmission())).resolves.toBeNull();
  });

  it('keep the time of the first end and of the last capture', async () => {
    const { handoffs, opened } = await addHandoff(await addSubmission());
    await handoffs.recordCaptured(opened.id, now);
    await handoffs.recordCaptured(opened.id, later);
    await handoffs.endHandoff(opened.id, now);
    await handoffs.endHandoff(opened.id, later);
    await expect(handoffs.find(opened.id)).resolves.toMatchObject({
      capturedAt: later,
      endedAt: now,
    });
  });
});

describe('user grants', () => {
  async function addGrant(createdAt = now) {
    const grants = createUserGrantStore(scratch.database, sessionDigests);
    const id = randomUUID();
    await grants.add({
      id,
      partnerCode: 'ACME',
      clientId: ACME_CLIENT_ID,
      environment: 'SANDBOX',
      partnerUserId: 'user-7',
      partnerUserIdType: 'ACME_USER_ID',
      createdAt,
      expiresAt: new Date(createdAt.getTime() + 600_000),
    });
    return { grants, id };
  }

  it('are found with their client id, and unbound at first', async () => {
    const { grants, id } = await addGrant();
    await expect(grants.find(id)).resolves.toMatchObject({
      id,
      environment: 'SANDBOX',
      partnerUserId: 'user-7',
      clientId: ACME_CLIENT_ID,
      submissionId: null,
    });
    await expect(grants.find(randomUUID())).resolves.toBeNull();
  });

  it('are deleted when they expire without a submission, as soon as others are added', async () => {
    const unused = await addGrant();
    const bound = await addGrant();
    await bound.grants.bindSubmission(bound.id, newSubmission());
    const inTime = await addGrant(later);
    await expect(unused.grants.find(unused.id)).resolves.not.toBeNull();
    await five(() => addGrant(new Date(later.getTime() + 1)));
    await expect(unused.grants.find(unused.id)).resolves.toBeNull();
    await expect(bound.grants.find(bound.id)).resolves.not.toBeNull();
    await expect(inTime.grants.find(inTime.id)).resolves.not.toBeNull();
  });

  it('are bound to one of several sessions at the same moment, and leave no other', async () => {
    const { grants, id } = await addGrant();
    const sessions = Array.from({ length: 5 }, () => newSubmission());
    const outcomes = await Promise.all(sessions.map((one) => grants.bindSubmission(id, one)));
    const bound = outcomes.filter((one) => one !== null);
    expect(bound).toHaveLength(1);
    await expect(grants.find(id)).resolves.toMatchObject({ submissionId: bound[0]!.id });
    const submissions = createSubmissionStore(scratch.database, sessionDigests);
    const rows = await Promise.all(
      sessions.map((one) => submissions.findByPartnerSession('ACME', one.partnerSessionId)),
    );
    expect(rows.filter((row) => row !== null)).toHaveLength(1);
  });

  it('find their submission again, and another grant of the session joins it', async () => {
    const first = await addGrant();
    const second = await addGrant();
    const { partnerSessionId } = newSubmission();
    const bind = ({ grants, id }: typeof first) =>
      grants.bindSubmission(id, newSubmission({ partnerSessionId }));
    const submission = await bind(first);
    await expect(bind(first)).resolves.toMatchObject({ id: submission!.id });
    await expect(bind(second)).resolves.toMatchObject({ id: submission!.id });
  });

  it('are not bound to a session that was begun for something else', async () => {
    const { grants, id } = await addGrant();
    const begun = newSubmission({ requestDigest: 'another' });
    await createSubmissionStore(scratch.database, sessionDigests).createOrFind(begun);
    const { partnerSessionId } = begun;
    const found = await grants.bindSubmission(id, newSubmission({ partnerSessionId }));
    expect(found).toMatchObject({ id: begun.id, requestDigest: 'another' });
    await expect(grants.find(id)).resolves.toMatchObject({ submissionId: null });
  });
});
