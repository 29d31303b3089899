import type { DeliveryFilter } from '../db/list-deliveries.js';

/** Times as ISO 8601. */
export interface GivenDeliveryFilter extends Pick<
  DeliveryFilter,
  'partnerCode' | 'submissionId' | 'state'
> {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export function toDeliveryFilter({
  from,
  until,
  ...plain
}: GivenDeliveryFilter): Omit<DeliveryFilter, 'limit'> {
  return {
    ...plain,
    from: from === undefined ? undefined : new Date(from),
    until: until === undefined ? undefined : new Date(until),
  };
}
