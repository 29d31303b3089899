import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOTHING_COUNTED } from '../contract/erasure.js';
import { eraseBody } from '../contract/schema/operator/erasure.js';
import {
  createMemoryAdministration,
  type MemoryAdministration,
} from '../test/support/memory/administration.js';
import { createTestClock } from '../test/support/test-clock.js';
import { parseInput } from './parse-input.js';

const ACTOR = 'cli:tester';
const reason = 'Asked for by the person';
const SOMEBODY = { partnerCode: 'SHOP', partnerUserId: 'somebody', partnerUserIdType: 'SHOP_ID' };

let memory: MemoryAdministration;

beforeEach(async () => {
  memory = createMemoryAdministration(createTestClock().now);
  await memory.administration.partners.create(ACTOR, { code: 'SHOP' });
});

const last = () => memory.audited.at(-1);

function keep(changed = {}): string {
  const submissionId = randomUUID();
  memory.kept.push({ ...SOMEBODY, submissionId, ...changed });
  return submissionId;
}

describe('an erasure on request', () => {
  it('begins, is started and audited once, however often it is asked for', async () => {
    const { erasures } = memory.administration;
    const submissionId = keep();
    const first = await erasures.request(ACTOR, { subject: { submissionId }, reason });
    expect(first.erasures).toMatchObject([{ submissionId, scope: 'ALL', rule: 'REQUEST' }]);
    const entries = memory.audited.length;
    expect(last()).toMatchObject({
      action: 'erasure.requested',
      partnerCode: 'SHOP',
      detail: { submissionIds: [submissionId], reason },
    });
    const again = await erasures.request(ACTOR, { subject: { submissionId }, reason });
    expect(again.erasures).toEqual(first.erasures);
    expect(memory.audited).toHaveLength(entries);
    // What was not over may have been stopped: it is started again, which does nothing if it runs.
    expect(memory.startedErasures).toEqual(Array(2).fill({ submissionId, scope: 'ALL' }));
  });

  it('takes all submissions of a partner user and nobody else’s, and names no user', async () => {
    const theirs = [keep(), keep()];
    keep({ partnerUserId: 'another' });
    keep({ partnerUserIdType: 'OTHER_ID' });
    const asked = { subject: SOMEBODY, reason };
    const { erasures } = await memory.administration.erasures.request(ACTOR, asked);
    expect(erasures.map(({ submissionId }) => submissionId)).toEqual(theirs);
    expect(JSON.stringify(memory.audited)).not.toContain(SOMEBODY.partnerUserId);
  });

  it('of an unknown submission or partner is refused', async () => {
    const { erasures } = memory.administration;
    const subject = { submissionId: randomUUID() };
    await expect(erasures.request(ACTOR, { subject, reason })).rejects.toMatchObject({
      refusal: 'NOT_FOUND',
    });
    const user = { ...SOMEBODY, partnerCode: 'NONE' };
    await expect(erasures.request(ACTOR, { subject: user, reason })).rejects.toMatchObject({
      refusal: 'NOT_FOUND',
    });
  });

  it.each(['NIK 3171234567890123', 'called from 0812-3456-7890', 'budi@mail.example'])(
    'takes no reason that may name a person: %s',
    (given) => {
      const asked = { subject: { submissionId: randomUUID() }, reason: given };
      expect(() => parseInput(eraseBody, asked)).toThrow('without personal data');
    },
  );
});

describe('a legal hold', () => {
  it('on a submission stands against its erasure and that of its user, until released', async () => {
    const { erasures, legalHolds } = memory.administration;
    const submissionId = keep();
    keep();
    const subject = { submissionId };
    const hold = await legalHolds.place(ACTOR, { subject, reason: 'CASE-17' });
    expect(last()).toMatchObject({ action: 'hold.placed', detail: { reason: 'CASE-17' } });
    for (const one of [subject, SOMEBODY]) {
      const asked = { subject: one, reason };
      await expect(erasures.request(ACTOR, asked)).rejects.toThrow(hold.id);
    }
    expect(memory.erasures).toEqual([]);
    await legalHolds.release(ACTOR, hold.id, 'CASE-17 is closed');
    expect(last()).toMatchObject({ action: 'hold.released' });
    const requested = await erasures.request(ACTOR, { subject: SOMEBODY, reason });
    expect(requested.erasures).toHaveLength(2);
  });

  it('on a partner user covers what comes later, and names nobody', async () => {
    const { erasures, legalHolds } = memory.administration;
    const hold = await legalHolds.place(ACTOR, { subject: SOMEBODY, reason: 'CASE-18' });
    expect(JSON.stringify([hold, memory.audited])).not.toContain(SOMEBODY.partnerUserId);
    const asked = { subject: { submissionId: keep() }, reason };
    await expect(erasures.request(ACTOR, asked)).rejects.toMatchObject({ refusal: 'CONFLICT' });
    const other = keep({ partnerUserId: 'another' });
    const allowed = await erasures.request(ACTOR, { subject: { submissionId: other }, reason });
    expect(allowed.erasures).toHaveLength(1);
  });

  it('comes too late for what is being erased', async () => {
    const { erasures, legalHolds } = memory.administration;
    const subject = { submissionId: keep() };
    await erasures.request(ACTOR, { subject, reason });
    await expect(legalHolds.place(ACTOR, { subject, reason: 'CASE-19' })).rejects.toThrow(
      'too late',
    );
  });

  it('keeps the rest of what images alone are erased of, and says that those go', async () => {
    const { erasures, legalHolds } = memory.administration;
    const submissionId = keep();
    keep();
    const beginning = { rule: 'RETENTION', retentionDays: 0, requestId: null } as const;
    const stored = { counts: NOTHING_COUNTED, objects: {}, workflows: [], proof: null } as const;
    memory.erasures.push({
      ...{ ...beginning, ...stored, submissionId, partnerCode: 'SHOP', scope: 'IMAGES' },
      ...{ begunAt: new Date(), completedAt: null },
    });
    for (const subject of [{ submissionId }, SOMEBODY]) {
      const hold = await legalHolds.place(ACTOR, { subject, reason: 'CASE-20' });
      expect(hold.pendingErasures).toEqual([{ submissionId, scope: 'IMAGES' }]);
    }
    const asked = { subject: { submissionId }, reason };
    await expect(erasures.request(ACTOR, asked)).rejects.toMatchObject({ refusal: 'CONFLICT' });
    const another = keep({ partnerUserId: 'another' });
    const free = { subject: { submissionId: another }, reason: 'CASE-21' };
    expect((await legalHolds.place(ACTOR, free)).pendingErasures).toEqual([]);
  });
});

it('a callback of what is erased is not sent again', async () => {
  const { erasures, deliveries } = memory.administration;
  const submissionId = keep();
  memory.deliveries.push({
    submissionId,
    delivery: 1,
    partnerCode: 'SHOP',
    webhookId: 'msg_1',
    state: 'DEAD',
    createdAt: new Date(),
    settledAt: null,
    attempts: 10,
    lastAttempt: null,
  });
  await erasures.request(ACTOR, { subject: { submissionId }, reason });
  await expect(deliveries.replay(ACTOR, { submissionId })).rejects.toThrow('is erased');
  expect(memory.replayed).toEqual([]);
});
