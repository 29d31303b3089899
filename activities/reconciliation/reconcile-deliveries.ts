import type { Finding } from '../../contract/reconciliation.js';
import type { DeliveryKey } from '../../db/delivery-store.js';
import type { ReconciliationPage, ReconciliationPlace } from '../activity-types.js';
import { mendDelivery } from '../callback/mend-delivery.js';
import { lastOfFullPage } from '../last-of-full-page.js';
import { lookAtEach } from './look-at-each.js';
import { mend } from './mend.js';
import type { ReconciliationDependencies } from './reconciliation-dependencies.js';

/** Between the end of a submission and the first try lies a moment, with a backlog minutes. */
const GRACE_MS = 3 * 60_000;

/** The ladder takes ten days; whoever could not be told for longer is told by hand. */
const REACH_MS = 14 * 24 * 3_600_000;

const BATCH = 100;

/** Ended submissions of which nobody tells the partner, and nobody has or has given up. */
export async function reconcileDeliveries(
  dependencies: ReconciliationDependencies,
  { after }: ReconciliationPlace,
): Promise<ReconciliationPage> {
  const { reconciliation, now } = dependencies;
  const nowMs = now().getTime();
  const untold = await reconciliation.listUntold({
    since: new Date(nowMs - REACH_MS),
    until: new Date(nowMs - GRACE_MS),
    after,
    limit: BATCH,
  });
  const findings = await lookAtEach(
    untold,
    ({ submissionId }) => submissionId,
    (key) => reconcile(dependencies, key),
  );
  return { findings, next: lastOfFullPage(untold, BATCH)?.submissionId ?? null };
}

async function reconcile(
  dependencies: ReconciliationDependencies,
  key: DeliveryKey,
): Promise<Finding | null> {
  const { reconciliation, runs } = dependencies;
  const { submissionId } = key;
  const run = await runs.findDelivery(key);
  if (run.state === 'OPEN') return null;
  // A delivery is settled before its workflow closes: only what is open after that look is wrong.
  if (!(await reconciliation.isUntold(key))) return null;
  return mend({ kind: 'UNTOLD', submissionId }, () => mendDelivery(dependencies, key, run));
}
