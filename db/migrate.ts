import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { readConfig } from '../config/read-config.js';
import { databaseSettings } from '../config/sections.js';
import { guardStore } from './store-error.js';

/** Any fixed number: names the lock among the advisory locks of one database. */
const MIGRATION_LOCK = 7_305_541_980;

const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings a database to the current schema. Safe to run from several processes at once: Drizzle's
 * migrator takes no lock itself, so one is held around it, on the one connection there is.
 *
 * @throws StoreError
 */
export async function migrateDatabase(url: string): Promise<void> {
  // Without the limits of `connectDatabase`: a change of a large table takes what it takes.
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  const database = drizzle(client);
  try {
    await guardStore('migrating', async () => {
      await database.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
      await migrate(database, { migrationsFolder: MIGRATIONS_FOLDER });
    });
  } finally {
    // Ends the session, and the lock with it, also after a failure.
    await client.end({ timeout: 5 });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const config = readConfig(databaseSettings, process.env);
    await migrateDatabase(config.KENALI_DATABASE_URL);
    process.stdout.write('The database is at the current schema.\n');
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
