import postgres from 'postgres';
import { connectDatabase, type Database } from '../../db/client.js';
import { migrateDatabase } from '../../db/migrate.js';

export interface ScratchDatabase {
  readonly url: string;
  readonly database: Database;
  drop(): Promise<void>;
}

/** A migrated database of its own on the server that `serverUrl` names. */
export async function createScratchDatabase(serverUrl: string): Promise<ScratchDatabase> {
  const name = `scratch_${Math.random().toString(36).slice(2)}`;
  const admin = postgres(serverUrl, { max: 1 });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  // Several at once: the processes of a platform may all be started together.
  await Promise.all([migrateDatabase(url.href), migrateDatabase(url.href)]);
  const connection = connectDatabase(url.href, 5);
  return {
    url: url.href,
    database: connection.database,
    async drop() {
      await connection.close();
      await admin.unsafe(`drop database ${name}`);
      await admin.end();
    },
  };
}
