import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { WORK_LIMITS, type StatementLimits } from './statement-limits.js';

/** A pool, or one transaction on it. */
export type Database = PgDatabase<PostgresJsQueryResultHKT>;

export interface DatabaseConnection {
  readonly database: Database;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_SECONDS = 10;
const CLOSE_TIMEOUT_SECONDS = 5;

/**
 * One pool a process. `maxConnections` is per process: mind the server's own limit. Without `limits` a
 * statement would wait behind a lock for as long as it is held, and a lock whose host has vanished is
 * held until TCP notices. What the address itself says of them is preferred.
 */
export function connectDatabase(
  url: string,
  maxConnections: number,
  limits: StatementLimits = WORK_LIMITS,
): DatabaseConnection {
  // Drizzle changes this client's date handling: it is never used for raw queries.
  const client = postgres(url, {
    max: maxConnections,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    onnotice: () => undefined,
    connection: {
      statement_timeout: limits.statementMs,
      lock_timeout: limits.lockMs,
      idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    },
  });
  return {
    database: drizzle(client),
    close: () => client.end({ timeout: CLOSE_TIMEOUT_SECONDS }),
  };
}
