import { checkMasterKeys } from '../keys/check-master-keys.js';
import { createDataKeys, type DataKeys } from '../keys/data-keys.js';
import { KeyServiceError } from '../keys/key-errors.js';
import type { Sealing } from '../keys/sealing.js';
import type { Database } from './client.js';
import { createDataKeyStore } from './data-key-store.js';
import { StoreError } from './store-error.js';

/**
 * For the start of a process. While the database or the key service is away nothing can be checked; a
 * process that waits for them finds out when it opens something.
 *
 * @throws Error that names the master keys that are not there, KeyServiceError when it refuses
 */
export async function openDataKeys(
  database: Database,
  { ring, master }: Sealing,
): Promise<DataKeys> {
  const store = createDataKeyStore(database);
  try {
    await checkMasterKeys(master, await store.list());
  } catch (error) {
    const isKnown = error instanceof StoreError || error instanceof KeyServiceError;
    if (!(isKnown && error.isUnavailable)) throw error;
  }
  return createDataKeys({ store, master, ring });
}
