import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Submission } from '../../db/submission-store.js';
import { reconcileSubmissions } from './reconcile-submissions.js';
import type { ReconciliationDependencies } from './reconciliation-dependencies.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

/** Rows in progress whose workflows are open, some of which search knows; and who was asked for by id. */
function setUp(rows: readonly (Pick<Submission, 'id' | 'expiresAt'> & { isListed: boolean })[]) {
  const asked: string[] = [];
  const dependencies = {
    rows: { listInProgress: () => Promise.resolve(rows) },
    submissions: { find: () => Promise.resolve(null) },
    runs: {
      listSeemingOpen: (ids: readonly string[]) =>
        Promise.resolve(
          new Set(ids.filter((id) => rows.some((row) => row.id === id && row.isListed))),
        ),
      findSubmission: (id: string) => {
        asked.push(id);
        return Promise.resolve({ state: 'OPEN' });
      },
    },
    now: () => NOW,
  } as unknown as ReconciliationDependencies;
  return { asked, look: () => reconcileSubmissions(dependencies, { after: null }) };
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
