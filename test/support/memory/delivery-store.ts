import type { AdministrationStores } from '../../../administration/administration-stores.js';
import type { ListedDelivery } from '../../../db/list-deliveries.js';

export function createMemoryDeliveryStore(
  rows: readonly ListedDelivery[],
): AdministrationStores['deliveries'] {
  return {
    listDeliveries: (filter) => {
      const { partnerCode, state, submissionId, from, until, isNewest, limit, after } = filter;
      const start = after
        ? rows.findIndex(
            (row) => row.submissionId === after.submissionId && row.delivery === after.delivery,
          ) + 1
        : 0;
      return Promise.resolve(
        rows
          .slice(start)
          .filter(
            (row) =>
              (partnerCode === undefined || row.partnerCode === partnerCode) &&
              (state === undefined || row.state === state) &&
              (submissionId === undefined || row.submissionId === submissionId) &&
              (from === undefined || row.createdAt >= from) &&
              (until === undefined || row.createdAt < until) &&
              (isNewest !== true || !rows.some((other) => isNewer(other, row))),
          )
          .slice(0, limit),
      );
    },
    nextDeliveryNumber: (submissionId) => {
      const numbers = rows.filter((row) => row.submissionId === submissionId);
      return Promise.resolve(Math.max(0, ...numbers.map((row) => row.delivery)) + 1);
    },
  };
}

function isNewer(other: ListedDelivery, row: ListedDelivery): boolean {
  return other.submissionId === row.submissionId && other.delivery > row.delivery;
}
