import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ListedDelivery } from '../db/list-deliveries.js';
import { createMemoryAdministration } from '../test/support/memory-administration.js';
import { chooseReplays } from './choose-replays.js';

function deliveryOf(changed: Partial<ListedDelivery>): ListedDelivery {
  return {
    submissionId: randomUUID(),
    delivery: 1,
    partnerCode: 'ACME',
    webhookId: 'msg',
    state: 'DEAD',
    createdAt: new Date('2026-11-22T08:00:00Z'),
    settledAt: null,
    attempts: 10,
    lastAttempt: null,
    ...changed,
  };
}

function choose(rows: readonly ListedDelivery[], limit = 200) {
  const { stores, deliveries } = createMemoryAdministration(() => new Date());
  deliveries.push(...rows);
  return chooseReplays(stores.deliveries, { state: 'DEAD' }, limit);
}

describe('a replay by filter', () => {
  it('takes the submissions whose newest delivery is dead, under the next number', async () => {
    const dead = deliveryOf({});
    const again = randomUUID();
    const chosen = await choose([
      deliveryOf({ submissionId: again, delivery: 3, state: 'DEAD' }),
      deliveryOf({ submissionId: again, delivery: 2, state: 'DEAD' }),
      deliveryOf({ submissionId: again, delivery: 1, state: 'DEAD' }),
      dead,
      deliveryOf({ state: 'DELIVERED' }),
    ]);
    expect(chosen).toEqual({
      replays: [
        { submissionId: again, delivery: 4 },
        { submissionId: dead.submissionId, delivery: 2 },
      ],
      hasMore: false,
    });
  });

  it.each(['DELIVERED', 'PENDING'] as const)(
    'leaves what was replayed before and is %s',
    async (state) => {
      const submissionId = randomUUID();
      const chosen = await choose([
        deliveryOf({ submissionId, delivery: 2, state }),
        deliveryOf({ submissionId, delivery: 1 }),
      ]);
      expect(chosen.replays).toEqual([]);
    },
  );

  it('says that the limit has left some, and only then', async () => {
    const rows = Array.from({ length: 250 }, () => deliveryOf({}));
    await expect(choose(rows, 150)).resolves.toMatchObject({ hasMore: true });
    await expect(choose(rows, 250)).resolves.toMatchObject({ hasMore: false });
    expect((await choose(rows, 150)).replays).toHaveLength(150);
  });
});
