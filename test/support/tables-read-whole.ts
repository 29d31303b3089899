import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.js';

/**
 * The tables that `act` reads from their first row to their last, for want of an index. Tables are small
 * in tests: unless told not to, the planner reads each of them so.
 */
export function listTablesReadWhole(
  database: Database,
  act: (tx: Database) => Promise<unknown>,
): Promise<readonly string[]> {
  return database.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const before = await countReads(tx);
    await act(tx);
    const after = await countReads(tx);
    return [...after.keys()].filter((table) => after.get(table) !== before.get(table));
  });
}

/** By table, as far as this session has got. */
async function countReads(tx: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.execute<{ readonly table: string; readonly reads: string }>(
    sql`select relname as table, seq_scan as reads from pg_stat_xact_user_tables`,
  );
  return new Map(rows.map(({ table, reads }) => [table, reads]));
}
