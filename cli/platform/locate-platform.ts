import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig, type ProcessEnvironment } from '../../config/read-config.js';
import { databaseSettings, sealingSettings, temporalSettings } from '../../config/sections.js';
import type { SealingSettings } from '../../keys/sealing.js';
import { toTemporalServer, type TemporalServer } from '../../temporal/temporal-server.js';
import { stateFolder } from './platform-settings.js';

export interface LocatedPlatform {
  readonly databaseUrl: string;
  readonly sealing: SealingSettings;
  /** Only some commands need it. @throws ConfigError */
  readTemporal(): TemporalServer;
  /** State folder of `npm start`; null for a configured platform. */
  readonly localFolder: string | null;
}

/** The platform cannot be reached; the message says what to do. */
class PlatformAwayError extends Error {
  override readonly name = 'PlatformAwayError';
}

/** @throws ConfigError, PlatformAwayError */
export async function locatePlatform(
  environment: ProcessEnvironment,
  cloneFolder: string,
): Promise<LocatedPlatform> {
  const names = Object.keys({ ...databaseSettings, ...sealingSettings });
  const isConfigured = names.some((name) => environment[name] ?? environment[`${name}_FILE`]);
  if (!isConfigured) return locateLocal(stateFolder(environment, cloneFolder), environment);
  const config = readConfig({ ...databaseSettings, ...sealingSettings }, environment);
  return {
    databaseUrl: config.KENALI_DATABASE_URL,
    sealing: config,
    readTemporal: () => readTemporal(environment),
    localFolder: null,
  };
}

function readTemporal(environment: ProcessEnvironment): TemporalServer {
  return toTemporalServer(readConfig(temporalSettings, environment));
}

/** Line of the port in `postmaster.pid`, counted from 0 (PostgreSQL source, `miscadmin.h`). */
const PORT_LINE = 3;

async function locateLocal(
  folder: string,
  environment: ProcessEnvironment,
): Promise<LocatedPlatform> {
  // Loaded here: a container image holds no `dev/`.
  const [{ statePaths }, { readServerSecrets }, { readPorts }] = await Promise.all([
    import('../../dev/state/state-paths.js'),
    import('../../dev/state/server-secrets.js'),
    import('../../dev/ports.js'),
  ]);
  const paths = statePaths(folder);
  const lines = await readFile(path.join(paths.postgres, 'postmaster.pid'), 'utf8').catch(() => {
    throw new PlatformAwayError(
      `No platform runs from ${folder}. Start it with "npm start", or set KENALI_DATABASE_URL and KENALI_SEALING_KEYS_PATH.`,
    );
  });
  const port = lines.split('\n')[PORT_LINE]?.trim() ?? '';
  const { databasePassword } = await readServerSecrets(paths.secrets);
  const temporalAddress = `127.0.0.1:${String(readPorts(environment).temporal)}`;
  return {
    databaseUrl: `postgres://kenali:${databasePassword}@127.0.0.1:${port}/kenali`,
    sealing: readConfig(sealingSettings, { KENALI_SEALING_KEYS_PATH: paths.sealingKeys }),
    readTemporal: () => readTemporal({ KENALI_TEMPORAL_ADDRESS: temporalAddress, ...environment }),
    localFolder: folder,
  };
}
