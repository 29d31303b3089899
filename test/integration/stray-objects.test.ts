import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  removeStrayObjects,
  type TidiedSubmissions,
} from '../../activities/retention/remove-stray-objects.js';
import { captureKey, uploadKey, type CapturePlace } from '../../contract/capture.js';
import { createKeptSubmissionStore } from '../../db/kept-submission-store.js';
import { createLegalHoldStore } from '../../db/legal-hold-store.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { submission } from '../../db/schema/submission.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { createCaptureEraser } from '../../storage/capture-eraser.js';
import { createObjectClient } from '../../storage/object-client.js';
import { newSubmission } from '../support/new-submission.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';

const { storage, databaseUrl } = inject('platform');
const client = createObjectClient(storage, storage.url);
const captures = createCaptureEraser(storage);
const NOW = new Date('2026-11-23T09:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

let scratch: ScratchDatabase;

interface Page {
  readonly after: string | null;
  readonly limit: number;
}

beforeAll(async () => {
  scratch = await createScratchDatabase(databaseUrl);
  await createPartnerStore(scratch.database).add({ code: 'ACME', name: 'Acme', settings: {} });
});

afterAll(() => scratch.drop());

const sweep = (eraser = captures, { after = null, limit = 100 }: Partial<Page> = {}) => {
  const ended = createKeptSubmissionStore(scratch.database);
  return removeStrayObjects({ ended, captures: eraser, now: () => NOW }, { after, limit });
};

/** What fails is logged, as an activity does. */
const sweepAsActivity = (eraser: typeof captures, page: Partial<Page>) =>
  new MockActivityEnvironment().run<[], TidiedSubmissions, () => Promise<TidiedSubmissions>>(() =>
    sweep(eraser, page),
  );

/** Answers its id. */
async function hold(submissionId: string): Promise<string> {
  const id = randomUUID();
  await createLegalHoldStore(scratch.database).add({
    ...{ id, partnerCode: 'ACME', submissionId, partnerUserId: null, partnerUserIdType: null },
    ...{ reason: 'CASE-17', placedAt: NOW },
  });
  return id;
}

const put = (key: string) => client.putObject(storage.bucket, key, Buffer.from('x'), 1);

/** Took a card; a late upload and a copy that no confirm took lie beside it. */
async function addEnded(processedAt: Date | null, closedAt = processedAt) {
  const store = createSubmissionStore(scratch.database, sessionDigests);
  const { id: submissionId } = await store.createOrFind(newSubmission());
  const place: CapturePlace = { submissionId, attempt: 1, documentType: 'KTP' };
  const sha256 = randomUUID().replaceAll('-', '').repeat(2);
  const ref = { documentType: 'KTP', key: captureKey(place, sha256), sha256, bytes: 1 } as const;
  await store.recordConfirm({ submissionId, attempt: 1, captures: [ref] });
  const status = processedAt === null ? 'IN_PROGRESS' : 'ERROR';
  await scratch.database
    .update(submission)
    .set({ status, processedAt, closedAt })
    .where(eq(submission.id, submissionId));
  const ofPhone = uploadKey({ ...place, handoffId: randomUUID() });
  const stray = [uploadKey(place), ofPhone, captureKey({ ...place, attempt: 2 }, sha256)];
  for (const key of [ref.key, ...stray]) await put(key);
  const list = async () => (await captures.listObjects(submissionId)).map(({ key }) => key);
  return { submissionId, taken: [ref.key], all: [...stray, ref.key].sort(), list };
}

describe('objects that nothing refers to', () => {
  it('go when no upload address is good any more, and what was taken stays', async () => {
    const over = await addEnded(minutesAgo(12));
    await sweep();
    expect(await over.list()).toEqual(over.taken);
  });

  it('stay while an address is good, and while the session is in progress', async () => {
    const fresh = await addEnded(minutesAgo(10));
    const open = await addEnded(null);
    await sweep();
    expect((await fresh.list()).sort()).toEqual(fresh.all);
    expect((await open.list()).sort()).toEqual(open.all);
  });

  it('stay where the end was written late, and addresses were given until then', async () => {
    const late = await addEnded(minutesAgo(60), minutesAgo(10));
    const earlierVersions = await addEnded(minutesAgo(60), null);
    await sweep();
    expect((await late.list()).sort()).toEqual(late.all);
    expect(await earlierVersions.list()).toEqual(earlierVersions.taken);
  });

  it('stay on a legal hold, until it is released', async () => {
    const held = await addEnded(minutesAgo(12));
    const id = await hold(held.submissionId);
    await sweep();
    expect((await held.list()).sort()).toEqual(held.all);
    await createLegalHoldStore(scratch.database).remove(id);
    await sweep();
    expect(await held.list()).toEqual(held.taken);
  });

  it('go of those that are behind one whose objects cannot be removed', async () => {
    const [first, second] = [await addEnded(minutesAgo(14)), await addEnded(minutesAgo(13))];
    const broken = {
      ...captures,
      listObjects: (submissionId: string) =>
        submissionId === first.submissionId
          ? Promise.reject(new Error('locked'))
          : captures.listObjects(submissionId),
    };
    const page = await sweepAsActivity(broken, { limit: 1 });
    expect(page).toEqual({ failed: 1, next: first.submissionId });
    await sweepAsActivity(broken, { after: page.next, limit: 1 });
    expect(await second.list()).toEqual(second.taken);
    await sweep();
    expect(await first.list()).toEqual(first.taken);
  });

  it('stay on a legal hold that is placed while the sweep looks', async () => {
    const held = await addEnded(minutesAgo(12));
    const ids: string[] = [];
    await sweep({
      ...captures,
      listObjects: async (submissionId) => {
        if (submissionId === held.submissionId) ids.push(await hold(submissionId));
        return captures.listObjects(submissionId);
      },
    });
    expect(ids).toHaveLength(1);
    expect((await held.list()).sort()).toEqual(held.all);
    await createLegalHoldStore(scratch.database).remove(ids.join());
    await sweep();
    expect(await held.list()).toEqual(held.taken);
  });

  it('are removed before a hold is placed that comes while they are', async () => {
    const over = await addEnded(minutesAgo(12));
    const partners = createPartnerStore(scratch.database);
    let locking: Promise<unknown> = Promise.resolve();
    await sweep({
      ...captures,
      removeObjects: async (objects) => {
        let isLocked = false;
        locking = partners.lock('ACME').then(() => (isLocked = true));
        await captures.removeObjects(objects);
        expect(isLocked).toBe(false);
      },
    });
    await locking;
    expect(await over.list()).toEqual(over.taken);
  });

  it('are looked for once', async () => {
    await sweep();
    expect(await sweep()).toEqual({ failed: 0, next: null });
  });
});
