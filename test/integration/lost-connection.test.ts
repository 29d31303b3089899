import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { connectDatabase, type Database, type DatabaseConnection } from '../../db/client.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { waitFor } from '../support/wait-for.js';

/*
 * What the client makes of a connection that the server ends (patches/postgres+*.patch): unpatched, what is
 * written to it ends the process, as nobody can catch that it fails, or is waited for without end.
 */
let scratch: ScratchDatabase;
let used: DatabaseConnection;
let other: DatabaseConnection;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
});
beforeEach(() => {
  used = connectDatabase(scratch.url, 1);
  other = connectDatabase(scratch.url, 1);
});
afterEach(async () => {
  await used.close();
  await other.close();
});
afterAll(() => scratch.drop());

async function readBackend(database: Database): Promise<number> {
  const [row] = await database.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row!.pid;
}

/** Resolves when the server knows the connection no more. */
async function endBackend(pid: number): Promise<void> {
  await other.database.execute(sql`select pg_terminate_backend(${pid}, 5000)`);
}

it('a transaction whose connection has ended fails with what it still says, and the pool goes on', async () => {
  const { database } = used;
  let goOn: () => void = () => undefined;
  const isKnown = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const late: Promise<unknown>[] = [];
  const transaction = database.transaction(async (tx) => {
    await endBackend(await readBackend(tx));
    // It has failed by now, but who is in the middle of it does not know yet.
    await isKnown;
    late.push(tx.execute(sql`select 1`), tx.execute(sql`select 2`));
    await Promise.allSettled(late);
  });
  await expect(transaction).rejects.toThrow();
  goOn();
  await waitFor('what it says late', () => Promise.resolve(late.length === 2));
  for (const statement of late) await expect(statement).rejects.toThrow();
  expect(await readBackend(database)).toBeGreaterThan(0);
});
