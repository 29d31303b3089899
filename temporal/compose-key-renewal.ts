import { createKeyRenewalActivities } from '../activities/key-renewal/create-key-renewal-activities.js';
import { createTransact } from '../administration/administration-stores.js';
import { retireOlderDataKeys } from '../administration/data-keys.js';
import type { Database } from '../db/client.js';
import { createDataKeyStore } from '../db/data-key-store.js';
import { createSealedColumns } from '../db/sealed-columns.js';
import type { DataKeys } from '../keys/data-keys.js';
import type { Sealing } from '../keys/sealing.js';
import { createCaptureResealer } from '../storage/capture-resealer.js';
import type { CaptureStoreOptions } from '../storage/capture-store.js';

/** In the audit log. */
const ACTOR = 'key-renewal';

export interface KeyRenewalResources {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly dataKeys: DataKeys;
  readonly storage: CaptureStoreOptions;
}

/** The activities of key renewals, on what the sessions worker has. */
export function composeKeyRenewal({ database, sealing, dataKeys, storage }: KeyRenewalResources) {
  const transact = createTransact(database, sealing);
  return createKeyRenewalActivities({
    keys: createDataKeyStore(database),
    columns: createSealedColumns(database, dataKeys),
    captures: createCaptureResealer(storage, dataKeys),
    retireOlder: (partnerCode, dataKeyId) =>
      retireOlderDataKeys(
        { transact, now: () => new Date() },
        { actor: ACTOR, partnerCode, dataKeyId },
      ),
  });
}
