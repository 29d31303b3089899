import type { RunState } from '../../contract/reconciliation.js';
import type { DeliveryKey, DeliveryStore } from '../../db/delivery-store.js';
import type { SubmissionProjectionStore } from '../../db/submission-projection-store.js';
import type { DeliveryEnd, SubmissionRuns } from '../submission/submission-runs.js';
import { webhookIdOf } from './webhook-id.js';

export interface DeliveryMending {
  readonly projection: Pick<SubmissionProjectionStore, 'readEnded'>;
  readonly deliveries: Pick<DeliveryStore, 'openDelivery' | 'settleDelivery'>;
  readonly runs: Pick<SubmissionRuns, 'startCallback'>;
}

const SETTLED = { delivered: 'DELIVERED', skipped: 'SKIPPED', dead: 'DEAD' } as const;

/**
 * Of a delivery that is still tried and that no workflow tries. What was told is not told again: where only the row is
 * missing, the row is mended. A delivery that died without a try found no submission to tell of: it has told nobody,
 * and the next one does.
 */
export async function mendDelivery(
  { projection, deliveries, runs }: DeliveryMending,
  key: DeliveryKey,
  run: RunState<DeliveryEnd>,
): Promise<void> {
  const { submissionId, delivery } = key;
  const end = run.state === 'CLOSED' ? run.answer : null;
  if (end === null) return runs.startCallback(submissionId, delivery);
  const ended = await projection.readEnded(submissionId);
  if (ended === null) return;
  const tries = await deliveries.openDelivery(key, webhookIdOf(ended));
  // Before this one is settled, so that a stop in between leaves it to the next look.
  if (end === 'dead' && tries === 0) await runs.startCallback(submissionId, delivery + 1);
  await deliveries.settleDelivery(key, SETTLED[end]);
}
