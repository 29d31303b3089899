import { userInfo } from 'node:os';
import type { Client } from '@temporalio/client';
import { createAdministration, type Administration } from '../../administration/administration.js';
import { createTransact } from '../../administration/administration-stores.js';
import { createReconciliation, type Reconciliation } from '../../administration/reconciliation.js';
import { readConfig, type ProcessEnvironment } from '../../config/read-config.js';
import { commandLineSettings } from '../../config/sections.js';
import { connectDatabase } from '../../db/client.js';
import { openSealing } from '../../keys/sealing.js';
import { createDeliveryRuns } from '../../temporal/delivery-runs.js';
import { createErasureRuns } from '../../temporal/erasure-runs.js';
import { createKeyRenewalRuns } from '../../temporal/key-renewal-runs.js';
import { connectTemporal } from '../../temporal/connect.js';
import { createReconciliationRuns } from '../../temporal/reconciliation-runs.js';
import { locatePlatform } from './locate-platform.js';
import { nameOperator } from './name-operator.js';
import { CLONE_FOLDER } from './clone-folder.js';

/** What an operator does, on an open database. */
export interface OpenAdministration {
  readonly administration: Administration;
  readonly reconciliation: Reconciliation;
  /** Who does it, for the audit log. */
  readonly actor: string;
  /** State folder of the platform that `npm start` runs; null for a configured one. */
  readonly localFolder: string | null;
}

/** Runs a command on the database of the platform, and closes it. */
export type RunAdministration = (run: (open: OpenAdministration) => Promise<void>) => Promise<void>;

/**
 * The configured platform, or the one that `npm start` runs.
 *
 * @throws ConfigError, PlatformAwayError, and Error naming a key file that is missing
 */
export function createRunAdministration(environment: ProcessEnvironment): RunAdministration {
  return async (run) => {
    const platform = await locatePlatform(environment, CLONE_FOLDER);
    const actor = nameOperator({
      given: readConfig(commandLineSettings, environment).KENALI_OPERATOR,
      account: readAccount(),
      isLocal: platform.localFolder !== null,
    });
    const sealing = await openSealing(platform.sealing);
    const connection = connectDatabase(platform.databaseUrl, 1);
    const connected = [() => connection.close()];
    // Most commands need no Temporal: it is connected to when the first one does.
    let client: Promise<Client> | null = null;
    const connect = () => {
      client ??= connectTemporal({ ...platform.readTemporal(), keyRing: sealing.ring }).then(
        (found) => {
          connected.push(() => found.connection.close());
          return found;
        },
        (cause: unknown) => {
          const { address } = platform.readTemporal();
          throw new Error(`Temporal does not answer at ${address}.`, { cause });
        },
      );
      return client;
    };
    const options = {
      transact: createTransact(connection.database, sealing),
      now: () => new Date(),
    };
    try {
      await run({
        administration: createAdministration({
          ...options,
          deliveryRuns: createDeliveryRuns(connect),
          erasureRuns: createErasureRuns(connect),
          keyRenewalRuns: createKeyRenewalRuns(connect),
          masterKey: sealing.master,
        }),
        reconciliation: createReconciliation(options, createReconciliationRuns(connect)),
        actor,
        localFolder: platform.localFolder,
      });
    } finally {
      await Promise.all(connected.map((closeOne) => closeOne()));
    }
  };
}

/** A container's user may have no name. */
function readAccount(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
