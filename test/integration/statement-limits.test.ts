import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../../db/client.js';
import { REQUEST_LIMITS, WORK_LIMITS, type StatementLimits } from '../../db/statement-limits.js';
import { guardStore } from '../../db/store-error.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

const LOCK = sql`select pg_advisory_xact_lock(77)`;
const SHORT_MS = 200;
const LONG_MS = 60_000;

let scratch: ScratchDatabase;
let opened: DatabaseConnection[];

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
});
beforeEach(() => {
  opened = [];
});
afterEach(() => Promise.all(opened.map((one) => one.close())));
afterAll(() => scratch.drop());

function connect(changed: Partial<StatementLimits>) {
  const limits = { statementMs: LONG_MS, lockMs: LONG_MS, idleInTransactionMs: LONG_MS };
  const connection = connectDatabase(scratch.url, 1, { ...limits, ...changed });
  opened.push(connection);
  return connection.database;
}

/** Holds the lock in a transaction that does nothing more until it is let go. */
async function holdLock(database: ReturnType<typeof connect>) {
  let letGo: () => void = () => undefined;
  let isHeld: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const holding = database.transaction(async (tx) => {
    await tx.execute(LOCK);
    isHeld();
    await isLetGo;
    await tx.execute(sql`select 1`);
  });
  const settled = Promise.allSettled([holding]);
  await held;
  return { letGo, settled };
}

it('gives a statement up that takes too long, as if the database were away', async () => {
  const slow = guardStore('sleeping', async () => {
    await connect({ statementMs: SHORT_MS }).execute(sql`select pg_sleep(30)`);
  });
  await expect(slow).rejects.toMatchObject({ sqlState: '57014', isUnavailable: true });
});

it('gives a lock up that somebody else keeps, as if the database were away', async () => {
  const { letGo, settled } = await holdLock(connect({}));
  const waiting = guardStore('waiting', () =>
    connect({ lockMs: SHORT_MS }).transaction((tx) => tx.execute(LOCK)),
  );
  await expect(waiting).rejects.toMatchObject({ sqlState: '55P03', isUnavailable: true });
  letGo();
  expect(await settled).toMatchObject([{ status: 'fulfilled' }]);
});

it('takes a lock from who holds it and says nothing more', async () => {
  const { letGo, settled } = await holdLock(connect({ idleInTransactionMs: SHORT_MS }));
  await connect({}).transaction((tx) => tx.execute(LOCK));
  letGo();
  expect(await settled).toMatchObject([{ status: 'rejected' }]);
});

it('tells Postgres of every limit, shorter ones for the API, unless the address has its own', async () => {
  const read = async (url: string, limits?: StatementLimits) => {
    const connection = connectDatabase(url, 1, limits);
    opened.push(connection);
    const rows = await connection.database.execute(sql`
      select current_setting('statement_timeout') as statement,
        current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`);
    return rows[0];
  };
  expect(await read(scratch.url, REQUEST_LIMITS)).toEqual({
    statement: '1min',
    lock: '5s',
    idle: '30s',
  });
  const work = { statement: '10min', lock: '30s', idle: '1min' };
  expect(await read(scratch.url)).toEqual(work);
  expect(await read(scratch.url, WORK_LIMITS)).toEqual(work);
  const own = `${scratch.url}?statement_timeout=120000`;
  expect(await read(own)).toEqual({ ...work, statement: '2min' });
});
