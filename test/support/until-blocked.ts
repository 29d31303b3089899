import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.js';
import { waitFor } from './wait-for.js';

/** Until so many statements on this database wait for a lock of another. */
export async function untilBlocked(database: Database, count = 1): Promise<void> {
  await waitFor('a statement that waits for a lock', async () => {
    const waiting = await database.execute(
      sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length >= count;
  });
}
