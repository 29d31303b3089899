import { and, desc, eq, gte, like, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './client.js';
import { auditEntry } from './schema/operator.js';
import { guardStore } from './store-error.js';

export interface AuditEntry {
  /** UUID version 7. */
  readonly id: string;
  readonly at: Date;
  /** `operator:<key name>` or `cli:<account>`. */
  readonly actor: string;
  readonly action: string;
  readonly partnerCode: string | null;
  /** No secrets, no personal data. */
  readonly detail: Readonly<Record<string, unknown>>;
}

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

/** Entries are added and never changed. */
export interface AuditStore {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(filter: AuditFilter): Promise<readonly AuditEntry[]>;
}

const detailJson = z.record(z.string(), z.unknown());

export function createAuditStore(database: Database): AuditStore {
  return {
    add: (entry) =>
      guardStore('adding an audit entry', async () => {
        await database.insert(auditEntry).values(entry);
      }),

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
  };
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
