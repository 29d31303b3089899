import { CHAIN_START, linkEntry, type ChainedAuditEntry } from '../../../db/audit-chain.js';
import type { AuditStore } from '../../../db/audit-store.js';

export function createMemoryAuditStore(rows: ChainedAuditEntry[]): AuditStore {
  return {
    add: (entry) => {
      rows.push({ ...entry, ...linkEntry(rows.at(-1) ?? CHAIN_START, entry) });
      return Promise.resolve();
    },
    listChain: (after, limit) => Promise.resolve(rows.slice(after, after + limit)),
    countUnchained: () => Promise.resolve({ older: 0, younger: 0 }),
    list: ({ partnerCode, actor, action, from, until, before, limit }) =>
      Promise.resolve(
        rows
          .filter(
            (row) =>
              (partnerCode === undefined || row.partnerCode === partnerCode) &&
              (actor === undefined || row.actor === actor) &&
              (action === undefined || row.action.startsWith(action)) &&
              (from === undefined || row.at >= from) &&
              (until === undefined || row.at < until) &&
              (before === undefined || row.id < before),
          )
          .toReversed()
          .slice(0, limit),
      ),
  };
}
