import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REPOSITORY_ROOT } from '../../dev/dev-context.js';
import { findFreePorts } from '../../dev/ports.js';
import { createProcessBook, type ProcessBook } from '../../dev/processes/process-book.js';
import { startPostgres } from '../../dev/servers/postgres.js';

let folder: string;
let book: ProcessBook;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-postgres-'));
  // As root's home is: no other user may enter.
  await chmod(folder, 0o700);
  book = createProcessBook();
});

afterEach(async () => {
  await book.stopAll();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<string> {
  const { database } = await findFreePorts();
  return startPostgres(
    {
      port: database,
      dataDir: join(folder, 'postgres'),
      logPath: join(folder, 'postgres.log'),
      password: 'a password of a test',
    },
    {
      book,
      root: REPOSITORY_ROOT,
      environment: process.env,
      cacheDir: folder,
      signal: new AbortController().signal,
      report: () => undefined,
    },
  );
}

async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end({ timeout: 2 });
  }
}

describe('Postgres in a folder that is closed to other users', () => {
  it('keeps its data over a stop and a start', async () => {
    await query(await start(), 'create table kept as select 7 as number');
    await book.stopAll();
    expect(await query(await start(), 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('starts after a kill although another process has its number now, and has the data', async () => {
    await query(await start(), 'create table kept as select 7 as number');
    const [server] = book.running();
    server!.signal('SIGKILL');
    await server!.exited;
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    const [, ...rest] = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [String(process.pid), ...rest].join('\n'));

    expect(await query(await start(), 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('listens on loopback alone and asks for the password', async () => {
    const url = await start();
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      /authentication failed/,
    );
  });
});
