import { and, asc, desc, eq, gt, gte, isNotNull, isNull, like, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { CHAIN_START, linkEntry, type AuditLink, type ChainedAuditEntry } from './audit-chain.js';
import type { AuditEntry } from './audit-entry.js';
import type { Database } from './client.js';
import { auditEntry } from './schema/operator.js';
import { guardStore } from './store-error.js';

export interface AuditFilter {
  readonly partnerCode?: string | undefined;
  readonly actor?: string | undefined;
  /** What the action begins with. */
  readonly action?: string | undefined;
  /** Included. */
  readonly from?: Date | undefined;
  /** Excluded. */
  readonly until?: Date | undefined;
  /** Only entries that are older than the one with this id. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export type ListedAuditEntry = AuditEntry & {
  readonly [Part in keyof AuditLink]: AuditLink[Part] | null;
};

/** Entries that the chain does not cover, by whether its first entry is younger than they are. */
export interface UnchainedCount {
  readonly older: number;
  readonly younger: number;
}

/** Entries are added and never changed. */
export interface AuditStore {
  /** One at a time: the entry follows the last of the chain. */
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(filter: AuditFilter): Promise<readonly ListedAuditEntry[]>;
  /** Those that follow a position of the chain, in its order. */
  listChain(after: number, limit: number): Promise<readonly ChainedAuditEntry[]>;
  countUnchained(): Promise<UnchainedCount>;
}

/** Any fixed number: names the lock among the advisory locks of one database. */
const CHAIN_LOCK = 7_305_541_981;

const detailJson = z.record(z.string(), z.unknown());
const auditLink = z.object({ position: z.int().min(1), hash: z.string() });
const chainedRow = auditLink.extend({
  id: z.string(),
  at: z.date(),
  actor: z.string(),
  action: z.string(),
  partnerCode: z.string().nullable(),
  detail: detailJson,
});

export function createAuditStore(database: Database): AuditStore {
  return {
    add: (entry) =>
      guardStore('adding an audit entry', () =>
        database.transaction(async (transaction) => {
          await transaction.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`);
          const link = linkEntry(await readEnd(transaction), entry);
          await transaction.insert(auditEntry).values({ ...entry, ...link });
        }),
      ),

    list: (filter) =>
      guardStore('listing audit entries', async () => {
        const rows = await database
          .select()
          .from(auditEntry)
          .where(matching(filter))
          .orderBy(desc(auditEntry.id))
          .limit(filter.limit);
        return rows.map((row) => ({ ...row, detail: detailJson.parse(row.detail) }));
      }),

    listChain: (after, limit) =>
      guardStore('reading the audit chain', async () => {
        const rows = await database
          .select()
          .from(auditEntry)
          .where(gt(auditEntry.position, after))
          .orderBy(asc(auditEntry.position))
          .limit(limit);
        return rows.map((row) => chainedRow.parse(row));
      }),

    countUnchained: () => guardStore('counting audit entries', () => countUnchained(database)),
  };
}

async function readEnd(database: Database): Promise<AuditLink> {
  const [last] = await database
    .select({ position: auditEntry.position, hash: auditEntry.hash })
    .from(auditEntry)
    .where(isNotNull(auditEntry.position))
    .orderBy(desc(auditEntry.position))
    .limit(1);
  return last === undefined ? CHAIN_START : auditLink.parse(last);
}

async function countUnchained(database: Database): Promise<UnchainedCount> {
  const [first] = await database
    .select({ id: auditEntry.id })
    .from(auditEntry)
    .where(eq(auditEntry.position, 1));
  const unchained = isNull(auditEntry.position);
  const all = await database.$count(auditEntry, unchained);
  const younger =
    first === undefined
      ? 0
      : await database.$count(auditEntry, and(unchained, gte(auditEntry.id, first.id)));
  return { older: all - younger, younger };
}

/** An action holds nothing that LIKE would take for a pattern: lower-case words and dots. */
function matching({ partnerCode, actor, action, from, until, before }: AuditFilter) {
  return and(
    partnerCode === undefined ? undefined : eq(auditEntry.partnerCode, partnerCode),
    actor === undefined ? undefined : eq(auditEntry.actor, actor),
    action === undefined ? undefined : like(auditEntry.action, `${action}%`),
    from === undefined ? undefined : gte(auditEntry.at, from),
    until === undefined ? undefined : lt(auditEntry.at, until),
    before === undefined ? undefined : lt(auditEntry.id, before),
  );
}
