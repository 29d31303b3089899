import type { StartedReplay } from '../contract/schema/operator/delivery.js';
import type { DeliveryStore } from '../db/delivery-store.js';
import type { DeliveryState, ListedDelivery } from '../db/list-deliveries.js';
import { toDeliveryFilter, type GivenDeliveryFilter } from './delivery-filter.js';

export type ReplayFilter = GivenDeliveryFilter & { readonly state: DeliveryState };

const PAGE = 100;

/**
 * The submissions whose newest delivery is in the state of the filter, newest first: what was
 * replayed before, and has got through or is still tried, is not sent again.
 */
export async function chooseReplays(
  deliveries: Pick<DeliveryStore, 'listDeliveries'>,
  given: ReplayFilter,
  limit: number,
): Promise<{ readonly replays: readonly StartedReplay[]; readonly hasMore: boolean }> {
  const filter = toDeliveryFilter(given);
  const chosen = new Map<string, StartedReplay>();
  let last: ListedDelivery | undefined;
  do {
    const page: readonly ListedDelivery[] = await deliveries.listDeliveries({
      ...filter,
      limit: PAGE,
      ...(last !== undefined && { after: last }),
    });
    for (const { submissionId, delivery } of page) {
      const [newest] = await deliveries.listDeliveries({ submissionId, limit: 1 });
      if (newest?.delivery !== delivery) continue;
      if (chosen.size === limit) return { replays: [...chosen.values()], hasMore: true };
      chosen.set(submissionId, { submissionId, delivery: delivery + 1 });
    }
    last = page.length < PAGE ? undefined : page.at(-1);
  } while (last !== undefined);
  return { replays: [...chosen.values()], hasMore: false };
}
