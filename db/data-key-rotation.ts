import type { WrappedDataKey } from '../keys/data-keys.js';
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

/**
 * What an operator does with data keys. Nothing here asks the master key: it may be a key service, and
 * these calls are made while a transaction holds locks.
 */
export interface DataKeyRotation {
  /** Oldest first. */
  list(): Promise<readonly ListedDataKey[]>;
  /** Those that are not retired, oldest first. */
  listWrapped(): Promise<readonly WrappedDataKey[]>;
  /** Adds one for what is sealed from now on. False where it is not the partner's youngest. */
  add(key: WrappedDataKey): Promise<boolean>;
  /** Puts the same key under another master key; one that was retired meanwhile stays so. */
  replaceWrapping(key: WrappedDataKey): Promise<void>;
  /**
   * Retires the partner's keys that are older than this one, and answers which; null, and none, where one
   * of them still seals a column.
   */
  retireOlder(partnerCode: string, id: string, at: Date): Promise<readonly string[] | null>;
}

export function createDataKeyRotation(database: Database): DataKeyRotation {
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

    listWrapped: () => store.list(),

    add: async (key) => {
      await store.add(key);
      const active = await store.findActive(key.partnerCode);
      return active?.id === key.id;
    },

    replaceWrapping: (key) => store.replaceWrapping(key),

    retireOlder: async (partnerCode, id, at) => {
      const isLeft = await guardStore('looking for what older keys seal', () =>
        isAnySealedByOlder(database, partnerCode, id),
      );
      return isLeft ? null : store.retireOlder(partnerCode, id, at);
    },
  };
}
