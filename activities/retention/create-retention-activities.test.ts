import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../db/store-error.js';
import type { StoredPartner } from '../../db/partner-store.js';
import { createRetentionActivities } from './create-retention-activities.js';

const NOW = new Date('2026-11-23T09:00:00Z');
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** What a store or the object store fails with, by the partner or submission that it is asked about. */
let failures: Map<string, Error>;
/** As a version of ours has stored them; `{}` of every other partner. */
let settings: Map<string, unknown>;
let begun: string[];
let started: string[];
let tidied: string[];

beforeEach(() => {
  failures = new Map();
  settings = new Map();
  begun = [];
  started = [];
  tidied = [];
});

function failFor(id: string): void {
  const failure = failures.get(id);
  if (failure !== undefined) throw failure;
}

const stores = {
  partners: {
    lock: async (code: string): Promise<StoredPartner> => {
      await Promise.resolve();
      failFor(code);
      return { code, name: code, settings: settings.get(code) ?? {}, createdAt: LONG_AGO };
    },
  },
  kept: {
    listOverdue: (partnerCode: string) =>
      Promise.resolve([
        {
          submissionId: `of ${partnerCode}`,
          processedAt: LONG_AGO,
          expiresAt: LONG_AGO,
          isOnHold: false,
          erasures: [],
        },
      ]),
  },
  erasures: {
    begin: ({ submissionId }: { readonly submissionId: string }) => {
      begun.push(submissionId);
      return Promise.resolve(true);
    },
  },
};

const { beginOverdue, removeStray, startRenewals } = createRetentionActivities({
  partners: { listCodes: () => Promise.resolve(['ACME', 'SHOP', 'TOKO']) },
  transact: (run) => run(stores),
  erasures: { listPending: () => Promise.resolve([]) },
  userGrants: { deleteExpired: () => Promise.resolve() },
  startErasure: () => Promise.resolve(),
  dataKeys: { listRenewed: () => Promise.resolve(['ACME', 'TOKO']) },
  startRenewal: (partnerCode) => {
    started.push(partnerCode);
    return Promise.resolve();
  },
  ended: {
    listUntidied: () =>
      Promise.resolve(
        ['first', 'second'].map((submissionId) => ({ submissionId, flow: 'KTP_SCAN', keys: [] })),
      ),
    runUnlessHeld: async (_submissionId, remove) => {
      await remove();
      return true;
    },
    recordTidied: (submissionId) => {
      tidied.push(submissionId);
      return Promise.resolve();
    },
  },
  captures: {
    listObjects: async (submissionId) => {
      await Promise.resolve();
      failFor(submissionId);
      return [];
    },
    removeObjects: () => Promise.resolve(),
  },
  now: () => NOW,
});

const run = <T>(activity: () => Promise<T>) =>
  new MockActivityEnvironment().run<[], T, () => Promise<T>>(activity);

describe('beginning what is overdue', () => {
  it('goes on with the other partners where the retention of one cannot be read', async () => {
    settings.set('ACME', { retentionDays: 36_500 });
    await expect(run(beginOverdue)).resolves.toEqual({ hasMore: false, failed: 1 });
    expect(begun).toEqual(['of SHOP', 'of TOKO']);
  });

  it('blames no partner for a database that is away', async () => {
    failures.set('ACME', new StoreError('locking a partner', 'ECONNREFUSED', null));
    await expect(run(beginOverdue)).rejects.toMatchObject({ type: 'DatabaseUnavailable' });
    expect(begun).toEqual([]);
  });
});

it('starts the renewal of every partner that has older data keys', async () => {
  await run(startRenewals);
  expect(started).toEqual(['ACME', 'TOKO']);
});

describe('removing what is left beside what was taken', () => {
  it('goes on with the other submissions where one fails, and looks at that one again', async () => {
    failures.set('first', new Error('locked'));
    await expect(run(removeStray)).resolves.toEqual({ hasMore: false, failed: 1, next: null });
    expect(tidied).toEqual(['second']);
  });
});
