import type { Finding, RunState } from '../../contract/reconciliation.js';
import type { DeliveryKey } from '../../db/delivery-store.js';
import type { ReconciliationPage, ReconciliationPlace } from '../activity-types.js';
import { webhookIdOf } from '../callback/webhook-id.js';
import { lastOfFullPage } from '../last-of-full-page.js';
import { lookAtEach } from './look-at-each.js';
import { mend } from './mend.js';
import type { DeliveryEnd } from './reconciled-runs.js';
import type { ReconciliationDependencies } from './reconciliation-dependencies.js';

/** Between the end of a submission and the first try lies a moment, with a backlog minutes. */
const GRACE_MS = 3 * 60_000;

/** The ladder takes ten days; whoever could not be told for longer is told by hand. */
const REACH_MS = 14 * 24 * 3_600_000;

const BATCH = 100;

const SETTLED = { delivered: 'DELIVERED', skipped: 'SKIPPED', dead: 'DEAD' } as const;

/** Ended submissions of which nobody tells the partner, and nobody has or has given up. */
export async function reconcileDeliveries(
  dependencies: ReconciliationDependencies,
  { after }: ReconciliationPlace,
): Promise<ReconciliationPage> {
  const { rows, now } = dependencies;
  const nowMs = now().getTime();
  const untold = await rows.listUntold({
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
  const { rows, runs } = dependencies;
  const { submissionId } = key;
  const run = await runs.findDelivery(key);
  if (run.state === 'OPEN') return null;
  // A delivery is settled before its workflow closes: only what is open after that look is wrong.
  if (!(await rows.isUntold(key))) return null;
  return mend({ kind: 'UNTOLD', submissionId }, () => repair(dependencies, key, run));
}

/**
 * What was told is not told again: where only the row is missing, the row is mended. A delivery that died without a try
 * found no submission to tell of: it has told nobody, and the next one does.
 */
async function repair(
  { projection, deliveries, runs }: ReconciliationDependencies,
  key: DeliveryKey,
  run: RunState<DeliveryEnd>,
): Promise<void> {
  const { submissionId, delivery } = key;
  const end = run.state === 'CLOSED' ? run.answer : null;
  if (end === null) return runs.startCallback(submissionId, delivery);
  const ended = await projection.readEnded(submissionId);
  if (ended === null) return;
  const tries = await deliveries.openDelivery(key, webhookIdOf(ended));
  // Before this one is settled, so that a stop in between leaves it to the next pass.
  if (end === 'dead' && tries === 0) await runs.startCallback(submissionId, delivery + 1);
  await deliveries.settleDelivery(key, SETTLED[end]);
}
