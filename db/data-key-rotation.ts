import { addDataKey, rewrapDataKey } from '../keys/data-keys.js';
import type { MasterKey } from '../keys/master-key.js';
import type { Database } from './client.js';
import { createDataKeyStore, type DataKeyRecord } from './data-key-store.js';
import { countSealedColumns, isAnySealedByOlder } from './sealed-columns.js';
import { guardStore } from './store-error.js';

export interface ListedDataKey extends DataKeyRecord {
  /** Whether it seals what is stored of the partner from now on. */
  readonly isActive: boolean;
  /** How many cards' fields it has sealed. Photographs are not counted: that takes a look at each. */
  readonly cardFields: number;
}

/** What an operator does with data keys, by the master key. */
export interface DataKeyRotation {
  /** Oldest first. */
  list(): Promise<readonly ListedDataKey[]>;
  /**
   * A key for what is sealed from now on. Gives back its id; null where the clock here is behind that of
   * whoever made the one before, so that it is not the youngest.
   */
  renew(partnerCode: string): Promise<string | null>;
  /**
   * Puts every data key under the master key of now. Gives back how many were under another one.
   *
   * @throws KeyMissingError when a master key is lost, KeyServiceError
   */
  rewrap(): Promise<number>;
  /**
   * Retires the partner's keys that are older than this one, and answers which; null, and none, where one
   * of them still seals a column.
   */
  retireOlder(partnerCode: string, id: string, at: Date): Promise<readonly string[] | null>;
}

export function createDataKeyRotation(database: Database, master: MasterKey): DataKeyRotation {
  const store = createDataKeyStore(database);
  return {
    list: async () => {
      const records = await store.listRecords();
      const columns = await guardStore('counting what keys seal', () =>
        countSealedColumns(database),
      );
      const active = new Map(
        records
          .filter(({ retiredAt }) => retiredAt === null)
          .map(({ partnerCode, id }) => [partnerCode, id]),
      );
      return records.map((record) => ({
        ...record,
        isActive: active.get(record.partnerCode) === record.id,
        cardFields: columns.get(record.id) ?? 0,
      }));
    },

    renew: async (partnerCode) => {
      const { id } = await addDataKey(store, master, partnerCode);
      const active = await store.findActive(partnerCode);
      return active?.id === id ? id : null;
    },

    rewrap: async () => {
      const others = (await store.list()).filter(({ wrappedBy }) => !master.isCurrent(wrappedBy));
      for (const key of others) await store.replaceWrapping(await rewrapDataKey(master, key));
      return others.length;
    },

    retireOlder: async (partnerCode, id, at) => {
      const isLeft = await guardStore('looking for what older keys seal', () =>
        isAnySealedByOlder(database, partnerCode, id),
      );
      return isLeft ? null : store.retireOlder(partnerCode, id, at);
    },
  };
}
