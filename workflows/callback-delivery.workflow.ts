import { ActivityFailure, isCancellation, setCurrentDetails } from '@temporalio/workflow';
import type { DeliverCallbackInput } from '../activities/activity-types.js';
import { callback, deliveryRecord } from './activity-proxies.js';

/**
 * Tells the partner of an ended submission. One activity whose retries are the ladder, so the
 * history stays at a dozen events over days. When the ladder is over, or the endpoint is gone, the
 * delivery is dead until an operator replays it under the next number.
 */
export async function callbackDelivery(
  input: DeliverCallbackInput,
): Promise<'delivered' | 'skipped' | 'dead'> {
  try {
    const answer = await callback.deliverCallback(input);
    setCurrentDetails(answer);
    return answer;
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    await deliveryRecord.recordDeadDelivery(input);
    setCurrentDetails('dead');
    return 'dead';
  }
}
