import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createCallbackEndpointStore } from '../../db/callback-endpoint-store.js';
import type { ErasureScope } from '../../contract/erasure.js';
import { createDeliveryStore, type DeliveryStore } from '../../db/delivery-store.js';
import { createErasureStore } from '../../db/erasure-store.js';
import type { DeliveryFilter } from '../../db/list-deliveries.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { createReferenceImageSourceStore } from '../../db/reference-image-source-store.js';
import { delivery } from '../../db/schema/delivery.js';
import { referenceImageSource } from '../../db/schema/partner.js';
import { submission } from '../../db/schema/submission.js';
import {
  createSubmissionProjectionStore,
  SubmissionRowMissingError,
} from '../../db/submission-projection-store.js';
import type { KeyRing } from '../../keys/key-ring.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

const keyRing: KeyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };

let scratch: ScratchDatabase;
let store: DeliveryStore;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  store = createDeliveryStore(scratch.database);
  const partners = createPartnerStore(scratch.database);
  for (const code of ['CONTOH', 'LAIN']) await partners.add({ code, name: code, settings: {} });
});

afterAll(() => scratch.drop());

beforeEach(() => scratch.database.delete(delivery));

async function addSubmission(partnerCode = 'CONTOH'): Promise<string> {
  const id = randomUUID();
  await scratch.database.insert(submission).values({
    id,
    partnerCode,
    partnerSessionId: `session of ${id}`,
    partnerUserId: 'user-1',
    partnerUserIdType: 'CONTOH_USER_ID',
    flow: 'KYC_LITE',
    source: 'SDK',
    requestDigest: '',
    publicId: randomUUID(),
    resultScreen: 'KENALI',
    awaiting: [],
    expiresAt: new Date(),
  });
  return id;
}

const refused = {
  httpStatus: 500,
  errorClass: 'HTTP_STATUS',
  answerExcerpt: 'no […]',
  durationMs: 3,
} as const;
const silent = {
  httpStatus: null,
  errorClass: 'TIMEOUT',
  answerExcerpt: null,
  durationMs: 15_000,
} as const;

describe('the deliveries of a callback', () => {
  it('count their tries and stay delivered', async () => {
    const submissionId = await addSubmission();
    const key = { submissionId, delivery: 1 };
    expect(await store.openDelivery(key, 'msg_1')).toBe(0);
    await store.addAttempt(key, 1, refused);
    await store.addAttempt(key, 1, refused);
    expect(await store.openDelivery(key, 'msg_1')).toBe(1);
    expect(await store.openDelivery({ submissionId, delivery: 2 }, 'msg_1')).toBe(0);
    await store.settleDelivery(key, 'DELIVERED');
    await store.settleDelivery(key, 'DEAD');
    const states = (await store.listDeliveries({ submissionId, limit: 10 })).map((row) => [
      row.delivery,
      row.state,
    ]);
    expect(states).toEqual([
      [2, 'PENDING'],
      [1, 'DELIVERED'],
    ]);
  });

  it('are numbered on', async () => {
    const submissionId = await addSubmission();
    expect(await store.nextDeliveryNumber(submissionId)).toBe(1);
    await store.openDelivery({ submissionId, delivery: 1 }, 'msg_1');
    await store.openDelivery({ submissionId, delivery: 2 }, 'msg_1');
    expect(await store.nextDeliveryNumber(submissionId)).toBe(3);
    expect(await store.nextDeliveryNumber(await addSubmission())).toBe(1);
  });

  it('are listed with how many tries they had and the last of them', async () => {
    const submissionId = await addSubmission();
    const key = { submissionId, delivery: 1 };
    await store.openDelivery(key, 'msg_1');
    await store.addAttempt(key, 1, silent);
    await store.addAttempt(key, 2, refused);
    await store.settleDelivery(key, 'DEAD');
    await store.openDelivery({ submissionId, delivery: 2 }, 'msg_1');
    const [replay, dead] = await store.listDeliveries({ limit: 10 });
    expect(replay).toMatchObject({ delivery: 2, attempts: 0, lastAttempt: null, settledAt: null });
    expect(dead).toEqual({
      submissionId,
      delivery: 1,
      partnerCode: 'CONTOH',
      webhookId: 'msg_1',
      state: 'DEAD',
      createdAt: expect.any(Date) as Date,
      settledAt: expect.any(Date) as Date,
      attempts: 2,
      lastAttempt: { ...refused, attemptedAt: expect.any(Date) as Date },
    });
  });
});

describe('deliveries of what is being erased', () => {
  const beginErasing = (submissionId: string, scope: ErasureScope) =>
    createErasureStore(scratch.database).begin({
      ...{ submissionId, scope, rule: 'REQUEST', retentionDays: null },
      ...{ requestId: null, begunAt: new Date() },
    });

  it('keep nothing of an answer that comes late, unless images alone are erased', async () => {
    const [all, images] = [await addSubmission(), await addSubmission()];
    await beginErasing(all, 'ALL');
    await beginErasing(images, 'IMAGES');
    for (const submissionId of [all, images]) {
      const key = { submissionId, delivery: 1 };
      await store.openDelivery(key, 'msg_1');
      await store.addAttempt(key, 1, refused);
    }
    const readAttempt = async (submissionId: string) => {
      const [row] = await store.listDeliveries({ submissionId, limit: 1 });
      return row?.lastAttempt;
    };
    expect(await readAttempt(all)).toMatchObject({ ...refused, answerExcerpt: null });
    expect(await readAttempt(images)).toMatchObject(refused);
  });

  it('are not chosen to be sent again', async () => {
    const [all, images] = [await addSubmission(), await addSubmission()];
    await beginErasing(all, 'ALL');
    await beginErasing(images, 'IMAGES');
    for (const submissionId of [all, images]) {
      await store.openDelivery({ submissionId, delivery: 1 }, 'msg_1');
    }
    const chosen = await store.listDeliveries({ isNewest: true, limit: 10 });
    expect(chosen.map(({ submissionId }) => submissionId)).toEqual([images]);
  });
});

describe('the list of deliveries', () => {
  const DAY_1 = new Date('2026-11-20T00:00:00Z');
  const DAY_2 = new Date('2026-11-21T00:00:00Z');
  let ids: { dead: string; foreign: string; pending: string };

  beforeEach(async () => {
    ids = {
      dead: await addSubmission(),
      foreign: await addSubmission('LAIN'),
      pending: await addSubmission(),
    };
    const row = { number: 1, webhookId: 'msg_1' };
    await scratch.database.insert(delivery).values([
      { ...row, submissionId: ids.dead, state: 'DEAD', createdAt: DAY_1 },
      { ...row, submissionId: ids.foreign, state: 'DEAD', createdAt: DAY_2 },
      { ...row, submissionId: ids.pending, state: 'PENDING', createdAt: DAY_2 },
    ]);
  });

  it.each<[string, () => Omit<DeliveryFilter, 'limit'>, (keyof typeof ids)[]]>([
    ['nothing', () => ({}), ['dead', 'foreign', 'pending']],
    ['a partner', () => ({ partnerCode: 'CONTOH' }), ['dead', 'pending']],
    ['a state', () => ({ state: 'DEAD' }), ['dead', 'foreign']],
    ['a submission', () => ({ submissionId: ids.foreign }), ['foreign']],
    ['a beginning, itself included', () => ({ from: DAY_2 }), ['foreign', 'pending']],
    ['an end, itself excluded', () => ({ until: DAY_2 }), ['dead']],
    ['all of it', () => ({ partnerCode: 'LAIN', state: 'PENDING', from: DAY_1 }), []],
  ])('is filtered by %s', async (_case, filter, expected) => {
    const rows = await store.listDeliveries({ ...filter(), limit: 10 });
    const found = rows.map(({ submissionId }) => submissionId).sort();
    expect(found).toEqual(expected.map((name) => ids[name]).sort());
  });

  it('takes of each submission the last delivery alone, if that fits', async () => {
    const row = { number: 2, webhookId: 'msg_1', createdAt: DAY_2 };
    const again = await addSubmission();
    await scratch.database.insert(delivery).values([
      { ...row, submissionId: ids.dead, state: 'DELIVERED' },
      { ...row, submissionId: ids.foreign, state: 'PENDING' },
      { ...row, submissionId: again, number: 1, state: 'DEAD' },
      { ...row, submissionId: again, number: 2, state: 'DEAD' },
    ]);
    const dead = { state: 'DEAD', isNewest: true } as const;
    const rows = await store.listDeliveries({ ...dead, limit: 10 });
    expect(rows).toMatchObject([{ submissionId: again, delivery: 2 }]);
    expect(await store.listDeliveries({ ...dead, until: DAY_2, limit: 10 })).toEqual([]);
  });

  it('goes from page to page, the newest first, without repeating or skipping any', async () => {
    const submissionId = await addSubmission();
    // Of one moment, and of moments that a JavaScript date cannot tell apart.
    await scratch.database.insert(delivery).values(
      Array.from({ length: 7 }, (_, index) => ({
        submissionId,
        number: index + 1,
        webhookId: 'msg_1',
        state: 'DEAD' as const,
      })),
    );
    for (let number = 8; number <= 12; number += 1) {
      await store.openDelivery({ submissionId, delivery: number }, 'msg_1');
    }
    const seen: string[] = [];
    let after: DeliveryFilter['after'];
    for (;;) {
      const page = await store.listDeliveries({ limit: 4, ...(after && { after }) });
      seen.push(...page.map((row) => `${row.submissionId} ${String(row.delivery)}`));
      after = page.at(-1);
      if (after === undefined) break;
    }
    expect(seen).toHaveLength(15);
    expect(new Set(seen).size).toBe(15);
    expect(seen.slice(0, 5)).toEqual([12, 11, 10, 9, 8].map((n) => `${submissionId} ${String(n)}`));
    expect(seen.at(-1)).toBe(`${ids.dead} 1`);
  });
});

describe('the endpoint of a callback', () => {
  it('is disabled only at the address that is gone', async () => {
    const endpoints = createCallbackEndpointStore(scratch.database, keyRing);
    const endpoint = {
      partnerCode: 'CONTOH',
      url: 'https://partner.example/new',
      method: 'POST',
      payload: 'full',
      headers: {},
      secrets: ['whsec_'],
      isDisabled: false,
    } as const;
    await endpoints.saveEndpoint(endpoint);
    await endpoints.disableEndpoint('CONTOH', 'https://partner.example/old');
    expect(await endpoints.readEndpoint('CONTOH')).toEqual(endpoint);
    await endpoints.disableEndpoint('CONTOH', endpoint.url);
    expect(await endpoints.readEndpoint('CONTOH')).toEqual({ ...endpoint, isDisabled: true });
  });
});

describe('what a reference image is asked with', () => {
  it('is the person as the partner named it', async () => {
    const submissions = createSubmissionProjectionStore(scratch.database);
    const submissionId = await addSubmission();
    expect(await submissions.readSubject(submissionId)).toEqual({
      partnerCode: 'CONTOH',
      partnerSessionId: `session of ${submissionId}`,
      partnerUserId: 'user-1',
      partnerUserIdType: 'CONTOH_USER_ID',
    });
    await expect(submissions.readSubject(randomUUID())).rejects.toThrow(SubmissionRowMissingError);
  });

  it('is the source of the partner, whose headers are sealed', async () => {
    const sources = createReferenceImageSourceStore(scratch.database, keyRing);
    const source = {
      partnerCode: 'CONTOH',
      url: 'https://partner.example/coe/reference-image-url',
      method: 'POST',
      headers: { authorization: 'Bearer of-the-partner' },
      imageHosts: ['cdn.example'],
    } as const;
    expect(await sources.readSource('CONTOH')).toBeNull();
    await sources.saveSource(source);
    expect(await sources.readSource('CONTOH')).toEqual(source);
    const [row] = await scratch.database
      .select()
      .from(referenceImageSource)
      .where(eq(referenceImageSource.partnerCode, 'CONTOH'));
    expect(Buffer.from(row!.headersSealed!).includes('of-the-partner')).toBe(false);
    await sources.removeSource('CONTOH');
    expect(await sources.readSource('CONTOH')).toBeNull();
  });
});
