import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** A pool, or one transaction on it. */
export type Database = PgDatabase<PostgresJsQueryResultHKT>;

export interface DatabaseConnection {
  readonly database: Database;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_SECONDS = 10;
const CLOSE_TIMEOUT_SECONDS = 5;

/** One pool a process. `maxConnections` is per process: mind the server's own limit. */
export function connectDatabase(url: string, maxConnections: number): DatabaseConnection {
  // Drizzle changes this client's date handling: it is never used for raw queries.
  const client = postgres(url, {
    max: maxConnections,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    onnotice: () => undefined,
  });
  return {
    database: drizzle(client),
    close: () => client.end({ timeout: CLOSE_TIMEOUT_SECONDS }),
  };
}
