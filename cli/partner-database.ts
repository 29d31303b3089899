import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../config/read-config.js';
import { databaseSettings, sealingSettings } from '../config/sections.js';
import { connectDatabase } from '../db/client.js';
import {
  createPartner,
  listPartners,
  rotateKey,
  type CreatedPartner,
  type IssuedKey,
  type ListedPartner,
  type NewPartner,
} from '../db/partner-store.js';
import { readKeyRing } from '../keys/key-ring.js';
import { stateFolder } from './platform-settings.js';

/** What an operator does with partners, on an open database. */
export interface PartnerDatabase {
  readonly partners: {
    create(created: NewPartner): Promise<CreatedPartner>;
    list(): Promise<readonly ListedPartner[]>;
    rotateKey(partnerCode: string): Promise<IssuedKey>;
  };
  close(): Promise<void>;
}

/** The database of the platform cannot be reached; the message says what to do. */
export class PartnerDatabaseError extends Error {
  override readonly name = 'PartnerDatabaseError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens the configured database, or the one of a platform that `npm start` runs.
 *
 * @throws ConfigError, PartnerDatabaseError, and Error naming a key file that is missing
 */
export async function openPartnerDatabase(
  environment: Environment,
  cloneFolder: string,
): Promise<PartnerDatabase> {
  const { url, sealingKeysPath } = await locate(environment, cloneFolder);
  const keyRing = await readKeyRing(sealingKeysPath);
  const connection = connectDatabase(url, 1);
  const { database } = connection;
  return {
    partners: {
      create: (created) => createPartner(database, keyRing, created),
      list: () => listPartners(database),
      rotateKey: (partnerCode) => rotateKey(database, partnerCode),
    },
    close: () => connection.close(),
  };
}

interface Location {
  readonly url: string;
  readonly sealingKeysPath: string;
}

function locate(environment: Environment, cloneFolder: string): Location | Promise<Location> {
  const names = Object.keys({ ...databaseSettings, ...sealingSettings });
  const isConfigured = names.some((name) => environment[name] ?? environment[`${name}_FILE`]);
  if (!isConfigured) return locateLocal(stateFolder(environment, cloneFolder));
  const config = readConfig({ ...databaseSettings, ...sealingSettings }, environment);
  return { url: config.KENALI_DATABASE_URL, sealingKeysPath: config.KENALI_SEALING_KEYS_PATH };
}

/** Line of the port in `postmaster.pid`, counted from 0 (PostgreSQL source, `miscadmin.h`). */
const PORT_LINE = 3;

async function locateLocal(folder: string): Promise<Location> {
  // Loaded here: a container image holds no `dev/`.
  const [{ statePaths }, { readServerSecrets }] = await Promise.all([
    import('../dev/state/state-paths.js'),
    import('../dev/state/server-secrets.js'),
  ]);
  const paths = statePaths(folder);
  const lines = await readFile(path.join(paths.postgres, 'postmaster.pid'), 'utf8').catch(() => {
    throw new PartnerDatabaseError(
      `No platform runs from ${folder}. Start it with "npm start", or set KENALI_DATABASE_URL and KENALI_SEALING_KEYS_PATH.`,
    );
  });
  const port = lines.split('\n')[PORT_LINE]?.trim() ?? '';
  const { databasePassword } = await readServerSecrets(paths.secrets);
  return {
    url: `postgres://kenali:${databasePassword}@127.0.0.1:${port}/kenali`,
    sealingKeysPath: paths.sealingKeys,
  };
}
