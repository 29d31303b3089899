import type { DeliveryFilter, DeliveryState } from '../db/list-deliveries.js';

/** Times as ISO 8601. */
export interface GivenDeliveryFilter {
  readonly partnerCode?: string | undefined;
  readonly submissionId?: string | undefined;
  readonly state?: DeliveryState | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export function toDeliveryFilter(given: GivenDeliveryFilter): Omit<DeliveryFilter, 'limit'> {
  const { partnerCode, submissionId, state, from, until } = given;
  return {
    ...(partnerCode !== undefined && { partnerCode }),
    ...(submissionId !== undefined && { submissionId }),
    ...(state !== undefined && { state }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(until !== undefined && { to: new Date(until) }),
  };
}
