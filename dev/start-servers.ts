import { join } from 'node:path';
import { prepareObjectStore } from '../storage/prepare-object-store.js';
import { migrateDatabase } from '../db/migrate.js';
import type { OperatorSettings, StorageSettings } from './operator-settings.js';
import { fetchWeights } from './fetch-weights.js';
import { ownStorageSettings } from './platform-settings.js';
import type { Ports } from './ports.js';
import type { DevContext } from './processes/process-book.js';
import { runTogether } from './processes/run-together.js';
import { startMinio } from './servers/minio.js';
import { startPostgres } from './servers/postgres.js';
import { startTemporal } from './servers/temporal.js';
import { readServerSecrets } from './state/server-secrets.js';
import type { StatePaths } from './state/state-paths.js';
import { ensureWebBuild } from './web-build.js';

export interface ServerOptions {
  readonly operator: OperatorSettings;
  readonly ports: Ports;
  readonly paths: StatePaths;
  /** Public origin of the API, which the capture app uploads from. */
  readonly publicUrl: string;
}

export interface RunningServers {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly storage: StorageSettings;
}

/**
 * Starts the servers that the operator does not run, side by side, and meanwhile has the weights
 * and the capture app made ready. The database is migrated and the bucket there when it returns.
 */
export async function startServers(
  options: ServerOptions,
  context: DevContext,
): Promise<RunningServers> {
  const within = (signal: AbortSignal): DevContext => ({ ...context, signal });
  const [databaseUrl, temporalAddress, storage] = await runTogether<
    [string, string, StorageSettings, unknown, unknown]
  >(context.signal, [
    (signal) => provideDatabase(options, within(signal)),
    (signal) => provideTemporal(options, within(signal)),
    (signal) => provideStorage(options, within(signal)),
    (signal) => fetchWeights(within(signal)),
    (signal) => ensureWebBuild(within(signal)),
  ]);
  return { databaseUrl, temporalAddress, storage };
}

async function provideDatabase(
  { operator, ports, paths }: ServerOptions,
  context: DevContext,
): Promise<string> {
  let url = operator.servers.databaseUrl;
  if (url === null) {
    const { databasePassword } = await readServerSecrets(paths.secrets);
    url = await startPostgres(
      {
        port: ports.database,
        dataDir: paths.postgres,
        logPath: join(paths.logs, 'postgres.log'),
        password: databasePassword,
      },
      context,
    );
    context.report('Postgres: ready');
  }
  await migrateDatabase(url);
  context.report('Database: at the current schema');
  return url;
}

async function provideTemporal(
  { operator, ports, paths }: ServerOptions,
  context: DevContext,
): Promise<string> {
  if (operator.servers.temporalAddress !== null) return operator.servers.temporalAddress;
  const { address } = await startTemporal(
    {
      port: ports.temporal,
      uiPort: ports.temporalUi,
      databasePath: paths.temporalDatabase,
      logPath: join(paths.logs, 'temporal.log'),
    },
    context,
  );
  context.report('Temporal: ready');
  return address;
}

async function provideStorage(
  { operator, ports, paths, publicUrl }: ServerOptions,
  context: DevContext,
): Promise<StorageSettings> {
  const storage = operator.servers.storage ?? (await ownStorageSettings(paths, ports, operator));
  if (operator.servers.storage === null) {
    await startMinio(
      {
        port: ports.storage,
        consolePort: ports.storageConsole,
        dataDir: paths.storage,
        configDir: paths.storageConfig,
        logPath: join(paths.logs, 'minio.log'),
        accessKey: storage.accessKey,
        secretKey: storage.secretKey,
        allowedOrigins: browserOrigins(publicUrl),
      },
      context,
    );
  }
  await prepareObjectStore(storage);
  context.report('MinIO: ready');
  return storage;
}

/** A browser on this machine may say `localhost` where we say 127.0.0.1. */
function browserOrigins(publicUrl: string): readonly string[] {
  const { origin } = new URL(publicUrl);
  return [...new Set([origin, origin.replace('//127.0.0.1', '//localhost')])];
}
