import { addDataKey, rewrapDataKey, type WrappedDataKey } from '../keys/data-keys.js';
import type { KeyRing } from '../keys/key-ring.js';
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
   * Puts every data key under the active master key. Gives back how many were under another one.
   *
   * @throws SealBrokenError when a master key is lost
   */
  rewrap(): Promise<number>;
}

export function createDataKeyRotation(database: Database, master: KeyRing): DataKeyRotation {
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
      const others = (await store.list()).filter(
        ({ wrappedBy }) => wrappedBy !== master.activeKeyId,
      );
      for (const key of others) await store.replaceWrapping(rewrapDataKey(master, key));
      return others.length;
    },
  };
}
