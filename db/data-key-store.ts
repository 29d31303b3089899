import { asc, desc, eq } from 'drizzle-orm';
import type { DataKeyStore, WrappedDataKey } from '../keys/data-keys.js';
import type { Database } from './client.js';
import { dataKey } from './schema/data-key.js';
import { guardStore } from './store-error.js';

/** Data keys as they lie in the database: wrapped. */
export interface StoredDataKeys extends DataKeyStore {
  /** Of one partner, or of all; oldest first. */
  list(partnerCode?: string): Promise<readonly (WrappedDataKey & { readonly createdAt: Date })[]>;
  /** Puts the same key under another master key. */
  replaceWrapping(key: WrappedDataKey): Promise<void>;
  /** What it has sealed cannot be opened any more. */
  remove(id: string): Promise<void>;
}

export function createDataKeyStore(database: Database): StoredDataKeys {
  return {
    add: ({ id, partnerCode, wrapped, wrappedBy }) =>
      guardStore('adding a data key', async () => {
        await database.insert(dataKey).values({ id, partnerCode, wrapped, wrappedBy });
      }),

    find: (id) =>
      guardStore('finding a data key', async () => {
        const [row] = await database.select().from(dataKey).where(eq(dataKey.id, id));
        return row ?? null;
      }),

    findActive: (partnerCode) =>
      guardStore('finding a data key', async () => {
        const [row] = await database
          .select()
          .from(dataKey)
          .where(eq(dataKey.partnerCode, partnerCode))
          .orderBy(desc(dataKey.id))
          .limit(1);
        return row ?? null;
      }),

    list: (partnerCode) =>
      guardStore('listing data keys', () =>
        database
          .select()
          .from(dataKey)
          .where(partnerCode === undefined ? undefined : eq(dataKey.partnerCode, partnerCode))
          .orderBy(asc(dataKey.id)),
      ),

    replaceWrapping: ({ id, wrapped, wrappedBy }) =>
      guardStore('rewrapping a data key', async () => {
        await database.update(dataKey).set({ wrapped, wrappedBy }).where(eq(dataKey.id, id));
      }),

    remove: (id) =>
      guardStore('removing a data key', async () => {
        await database.delete(dataKey).where(eq(dataKey.id, id));
      }),
  };
}
