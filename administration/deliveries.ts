import type {
  DeliveriesQuery,
  DeliveryView,
  Replay,
  StartedReplay,
} from '../contract/schema/operator/delivery.js';
import type { ListedDelivery } from '../db/list-deliveries.js';
import { conflict, notFound } from './administration-error.js';
import type { AdministrationStores } from './administration-stores.js';
import { AuditAction, recordAct } from './audited-act.js';
import { findPartner } from './known-partner.js';
import type { AdministrationOptions } from './administration-options.js';
import { toDeliveryFilter, type GivenDeliveryFilter } from './delivery-filter.js';
import type { DeliveryRuns, TestedDelivery } from './delivery-runs.js';

export interface DeliveryPage {
  readonly deliveries: readonly DeliveryView[];
  readonly nextCursor: string | null;
}

export interface StartedReplays {
  readonly replays: readonly StartedReplay[];
  /** There may be others that the limit has left. */
  readonly hasMore: boolean;
}

export interface Deliveries {
  /** Newest first. */
  list(query: DeliveriesQuery): Promise<DeliveryPage>;
  /** Sends again, under the next number and with the same `webhook-id`. */
  replay(actor: string, asked: Replay): Promise<StartedReplays>;
  test(actor: string, partnerCode: string): Promise<TestedDelivery>;
}

/** All of them throw AdministrationError. */
export function createDeliveries(
  { transact, now }: AdministrationOptions,
  runs: DeliveryRuns,
): Deliveries {
  return {
    list: ({ cursor, limit, ...filter }) =>
      transact('listing deliveries', async ({ deliveries }) => {
        const found = await deliveries.listDeliveries({
          ...toDeliveryFilter(filter),
          after: cursor === undefined ? undefined : parseCursor(cursor),
          limit: limit + 1,
        });
        const shown = found.slice(0, limit);
        return {
          deliveries: shown.map(toDeliveryView),
          nextCursor: found.length > limit ? toCursor(shown.at(-1)) : null,
        };
      }),

    replay: async (actor, asked) => {
      // The log first: nothing is sent again that it does not tell of.
      const { replays, hasMore } = await transact('recording a replay', async (stores) => {
        const chosen = await choose(stores, asked);
        if (chosen.replays.length === 0) return chosen;
        await recordAct(
          stores,
          { actor, at: now() },
          {
            action: AuditAction.DELIVERY_REPLAYED,
            ...(chosen.partnerCode !== undefined && { partnerCode: chosen.partnerCode }),
            detail: { ...asked, replays: chosen.replays },
          },
        );
        return chosen;
      });
      for (const { submissionId, delivery } of replays) await runs.replay(submissionId, delivery);
      return { replays, hasMore };
    },

    test: async (actor, partnerCode) => {
      await transact('recording a test delivery', async (stores) => {
        await findPartner(stores, partnerCode);
        const endpoint = await stores.endpoints.readEndpoint(partnerCode);
        if (endpoint === null) throw notFound('The partner has no callback.');
        await recordAct(
          stores,
          { actor, at: now() },
          {
            action: AuditAction.DELIVERY_TESTED,
            partnerCode,
            detail: {},
          },
        );
      });
      return runs.test(partnerCode);
    },
  };
}

interface ChosenReplays extends StartedReplays {
  readonly partnerCode?: string | undefined;
}

function choose(stores: AdministrationStores, asked: Replay): Promise<ChosenReplays> {
  if ('submissionId' in asked) return chooseOne(stores, asked.submissionId);
  return chooseByFilter(stores, asked.filter, asked.limit);
}

/** What was replayed before, and has got through or is still tried, is not sent again. */
async function chooseByFilter(
  { deliveries }: AdministrationStores,
  filter: GivenDeliveryFilter,
  limit: number,
): Promise<ChosenReplays> {
  const found = await deliveries.listDeliveries({
    ...toDeliveryFilter(filter),
    isNewest: true,
    limit: limit + 1,
  });
  const replays = found
    .slice(0, limit)
    .map(({ submissionId, delivery }) => ({ submissionId, delivery: delivery + 1 }));
  return { partnerCode: filter.partnerCode, replays, hasMore: found.length > limit };
}

/**
 * @throws AdministrationError NOT_FOUND; CONFLICT while the newest delivery is still tried, and once
 *   the submission is erased
 */
async function chooseOne(
  { deliveries, erasures }: AdministrationStores,
  submissionId: string,
): Promise<ChosenReplays> {
  const [newest] = await deliveries.listDeliveries({ submissionId, limit: 1 });
  if (newest === undefined) throw notFound('There is no delivery of such a submission.');
  if (newest.state === 'PENDING') throw conflict('Its delivery is still being tried.');
  if ((await erasures.find({ submissionId, scope: 'ALL' })) !== null) {
    throw conflict('The submission is erased: there is nobody to tell of any more.');
  }
  const delivery = await deliveries.nextDeliveryNumber(submissionId);
  const { partnerCode } = newest;
  return { partnerCode, replays: [{ submissionId, delivery }], hasMore: false };
}

function toDeliveryView(row: ListedDelivery): DeliveryView {
  const last = row.lastAttempt;
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    lastAttempt: last && { ...last, attemptedAt: last.attemptedAt.toISOString() },
  };
}

function toCursor(last: ListedDelivery | undefined): string | null {
  return last === undefined ? null : `${last.submissionId}.${String(last.delivery)}`;
}

function parseCursor(cursor: string) {
  const [submissionId = '', delivery] = cursor.split('.');
  return { submissionId, delivery: Number(delivery) };
}
