import { checkMasterKeys } from '../keys/check-master-keys.js';
import { createDataKeys, type DataKeys } from '../keys/data-keys.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { Database } from './client.js';
import { createDataKeyStore } from './data-key-store.js';
import { StoreError } from './store-error.js';

/**
 * For the start of a process. While the database is away nothing can be checked; a process that waits
 * for it finds out when it opens something.
 *
 * @throws Error that names the master keys that are not there
 */
export async function openDataKeys(database: Database, master: KeyRing): Promise<DataKeys> {
  const store = createDataKeyStore(database);
  try {
    checkMasterKeys(master, await store.list());
  } catch (error) {
    if (!(error instanceof StoreError && error.isUnavailable)) throw error;
  }
  return createDataKeys({ store, master });
}
