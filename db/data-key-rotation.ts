import { addDataKey, rewrapDataKey, type WrappedDataKey } from '../keys/data-keys.js';
import type { MasterKey } from '../keys/master-key.js';
import type { Database } from './client.js';
import { createDataKeyStore } from './data-key-store.js';

/** A data key without its bytes. */
export type ListedDataKey = Pick<WrappedDataKey, 'id' | 'partnerCode' | 'wrappedBy'> & {
  readonly createdAt: Date;
};

/** What an operator does with data keys, by the master key. */
export interface DataKeyRotation {
  /** Oldest first. */
  list(): Promise<readonly ListedDataKey[]>;
  /** A younger key for what is sealed from now on. Gives back its id. */
  renew(partnerCode: string): Promise<string>;
  /**
   * Puts every data key under the master key of now. Gives back how many were under another one.
   *
   * @throws KeyMissingError when a master key is lost, KeyServiceError
   */
  rewrap(): Promise<number>;
}

export function createDataKeyRotation(database: Database, master: MasterKey): DataKeyRotation {
  const store = createDataKeyStore(database);
  return {
    list: async () =>
      (await store.list()).map(({ id, partnerCode, wrappedBy, createdAt }) => ({
        id,
        partnerCode,
        wrappedBy,
        createdAt,
      })),

    renew: async (partnerCode) => (await addDataKey(store, master, partnerCode)).id,

    rewrap: async () => {
      const others = (await store.list()).filter(({ wrappedBy }) => !master.isCurrent(wrappedBy));
      for (const key of others) await store.replaceWrapping(await rewrapDataKey(master, key));
      return others.length;
    },
  };
}
