import type { AuditQuery, AuditView } from '../contract/schema/operator/audit.js';
import type { AdministrationOptions } from './audited-change.js';

export interface AuditPage {
  readonly entries: readonly AuditView[];
  readonly nextCursor: string | null;
}

export interface AuditLog {
  /** Newest first. */
  list(query: AuditQuery): Promise<AuditPage>;
}

export function createAuditLog({ transact }: Pick<AdministrationOptions, 'transact'>): AuditLog {
  return {
    list: ({ cursor, from, until, limit, ...filter }) =>
      transact('listing audit entries', async ({ audit }) => {
        const found = await audit.list({
          ...filter,
          from: from === undefined ? undefined : new Date(from),
          until: until === undefined ? undefined : new Date(until),
          before: cursor,
          limit: limit + 1,
        });
        const entries = found
          .slice(0, limit)
          .map((entry) => ({ ...entry, at: entry.at.toISOString() }));
        const nextCursor = found.length > limit ? (entries.at(-1)?.id ?? null) : null;
        return { entries, nextCursor };
      }),
  };
}
