import type { Database } from './client.js';
import { guardStore } from './store-error.js';

/**
 * Runs `run` in one transaction: everything it stores, or nothing. What it throws comes out as it
 * is; what beginning and committing throw, as a StoreError.
 */
export async function inTransaction<T>(
  database: Database,
  operation: string,
  run: (transaction: Database) => Promise<T>,
): Promise<T> {
  const refused: unknown[] = [];
  try {
    return await guardStore(operation, () =>
      database.transaction(async (transaction) => {
        try {
          return await run(transaction);
        } catch (error) {
          refused.push(error);
          throw error;
        }
      }),
    );
  } catch (error) {
    throw refused.length > 0 ? refused[0] : error;
  }
}
