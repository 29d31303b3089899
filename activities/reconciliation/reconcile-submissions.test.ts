import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, it } from 'vitest';
import type { Submission } from '../../db/submission-store.js';
import { reconcileSubmissions } from './reconcile-submissions.js';
import type { ReconciliationDependencies } from './reconciliation-dependencies.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

/**
 * Rows in progress whose workflows are open, some of which search knows; and who was asked for by id. At the second
 * look all have ended, unless one has `decided` alone.
 */
function setUp(
  rows: readonly (Pick<Submission, 'id' | 'expiresAt'> & { isListed: boolean })[],
  { isSearchAway = false, decided = '' } = {},
) {
  const asked: string[] = [];
  const stopped: string[] = [];
  const dependencies = {
    reconciliation: { listInProgress: () => Promise.resolve(rows) },
    submissions: {
      find: (id: string) =>
        Promise.resolve(decided === '' ? null : { id, status: 'IN_PROGRESS', flow: 'KTP_SCAN' }),
    },
    runs: {
      listSeemingOpen: (ids: readonly string[]) =>
        isSearchAway
          ? Promise.reject(new Error('search is away'))
          : Promise.resolve(
              new Set(ids.filter((id) => rows.some((row) => row.id === id && row.isListed))),
            ),
      findSubmission: (id: string) => {
        asked.push(id);
        return Promise.resolve({ state: 'OPEN' });
      },
      isDecided: (id: string) => Promise.resolve(id === decided),
      stop: (id: string) => {
        stopped.push(id);
        return Promise.resolve();
      },
    },
    now: () => NOW,
  } as unknown as ReconciliationDependencies;
  return {
    asked,
    stopped,
    look: () =>
      new MockActivityEnvironment().run(() => reconcileSubmissions(dependencies, { after: null })),
  };
}

it('a workflow that search knows to be open is not asked for, unless its session is long over', async () => {
  const [waiting, unlisted, overdue] = [randomUUID(), randomUUID(), randomUUID()];
  const { asked, look } = setUp([
    { id: waiting, expiresAt: hours(1), isListed: true },
    { id: unlisted, expiresAt: hours(1), isListed: false },
    { id: overdue, expiresAt: hours(-3), isListed: true },
  ]);
  await expect(look()).resolves.toEqual({ findings: [], next: null });
  expect(asked).toEqual([unlisted, overdue]);
});

it('what an overdue workflow has decided stands: it is told of, and left to be recorded', async () => {
  const [decided, still] = [randomUUID(), randomUUID()];
  const rows = [decided, still].map((id) => ({ id, expiresAt: hours(-3), isListed: true }));
  const { stopped, look } = setUp(rows, { decided });
  await expect(look()).resolves.toMatchObject({
    findings: [
      { kind: 'OVERDUE', submissionId: decided, isMended: false },
      { kind: 'OVERDUE', submissionId: still },
    ],
  });
  expect(stopped).toEqual([still]);
});

it('every workflow is asked for by its id where search is away', async () => {
  const [waiting, other] = [randomUUID(), randomUUID()];
  const rows = [waiting, other].map((id) => ({ id, expiresAt: hours(1), isListed: true }));
  const { asked, look } = setUp(rows, { isSearchAway: true });
  await expect(look()).resolves.toEqual({ findings: [], next: null });
  expect(asked).toEqual([waiting, other]);
});
