import { isRowLost, type Finding } from '../../contract/reconciliation.js';
import type { ReconciliationPage, ReconciliationPlace } from '../activity-types.js';
import { removeObjectsOf } from '../remove-objects-of.js';
import { lookAtEach } from './look-at-each.js';
import { mend } from './mend.js';
import type { UnfinishedRun } from './reconciled-runs.js';
import type { ReconciliationDependencies } from './reconciliation-dependencies.js';

/**
 * Workflows of submissions that have no row, as after a database was put back from a backup. A row is
 * written before its workflow starts and is never deleted, so there is nobody who could reach such a
 * session, and nobody to tell: what it would record finds no row, and it fails at its end. No erasure
 * finds it either. What it has left is therefore removed here, but not at once: as long as an operator may
 * still put the row back, it is told of alone.
 */
export async function reconcileWorkflows(
  dependencies: ReconciliationDependencies,
  { after }: ReconciliationPlace,
): Promise<ReconciliationPage> {
  const { runs: unfinished, next } = await dependencies.runs.listUnfinished(after);
  const existing = new Set(
    await dependencies.reconciliation.listExisting(
      unfinished.map(({ submissionId }) => submissionId),
    ),
  );
  const rowless = unfinished.filter(({ submissionId }) => !existing.has(submissionId));
  const findings = await lookAtEach(
    rowless,
    ({ submissionId }) => submissionId,
    (run) => reconcile(dependencies, run),
  );
  return { findings, next };
}

async function reconcile(
  { partners, captures, runs, now }: ReconciliationDependencies,
  run: UnfinishedRun,
): Promise<Finding> {
  const { submissionId, partnerCode, expiresAt } = run;
  const found = { kind: 'WITHOUT_ROW', submissionId } as const;
  const isPartnerKnown = partnerCode !== null && (await partners.find(partnerCode)) !== null;
  if (!isRowLost({ expiresAt, isPartnerKnown }, now())) return { ...found, isMended: false };
  return mend(found, async () => {
    await removeObjectsOf(captures, submissionId);
    // Last: without it nothing would tell of the objects.
    await runs.remove(run);
  });
}
