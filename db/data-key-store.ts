import { and, asc, count, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { DataKeyStore, WrappedDataKey } from '../keys/data-keys.js';
import type { Database } from './client.js';
import { dataKey } from './schema/data-key.js';
import { guardStore } from './store-error.js';

/** A data key without its bytes. */
export interface DataKeyRecord extends Pick<WrappedDataKey, 'id' | 'partnerCode'> {
  /** Null once it is retired. */
  readonly wrappedBy: string | null;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
}

/** Data keys as they lie in the database: wrapped. */
export interface StoredDataKeys extends DataKeyStore {
  /** Those that are not retired; oldest first. */
  list(): Promise<readonly WrappedDataKey[]>;
  /** The retired ones too; oldest first. */
  listRecords(): Promise<readonly DataKeyRecord[]>;
  /** Partners with more than one that is not retired. */
  listRenewed(): Promise<readonly string[]>;
  /** Puts the same key under another master key. */
  replaceWrapping(key: WrappedDataKey): Promise<void>;
  /**
   * Forgets the partner's keys that are older than this one: what they have sealed cannot be opened any
   * more. Answers which.
   */
  retireOlder(partnerCode: string, id: string, at: Date): Promise<readonly string[]>;
}

export function createDataKeyStore(database: Database): StoredDataKeys {
  return {
    add: ({ id, partnerCode, wrapped, wrappedBy }) =>
      guardStore('adding a data key', async () => {
        await database.insert(dataKey).values({ id, partnerCode, wrapped, wrappedBy });
      }),

    find: (id) =>
      guardStore('finding a data key', async () => {
        const [row] = await database
          .select()
          .from(dataKey)
          .where(and(eq(dataKey.id, id), isNull(dataKey.retiredAt)));
        return row === undefined ? null : toWrapped(row);
      }),

    findActive: (partnerCode) =>
      guardStore('finding a data key', async () => {
        const [row] = await database
          .select()
          .from(dataKey)
          .where(and(eq(dataKey.partnerCode, partnerCode), isNull(dataKey.retiredAt)))
          .orderBy(desc(dataKey.id))
          .limit(1);
        return row === undefined ? null : toWrapped(row);
      }),

    listRenewed: () =>
      guardStore('listing partners with older data keys', async () => {
        const rows = await database
          .select({ partnerCode: dataKey.partnerCode })
          .from(dataKey)
          .where(isNull(dataKey.retiredAt))
          .groupBy(dataKey.partnerCode)
          .having(gt(count(), 1));
        return rows.map(({ partnerCode }) => partnerCode);
      }),

    list: () =>
      guardStore('listing data keys', async () => {
        const rows = await database
          .select()
          .from(dataKey)
          .where(isNull(dataKey.retiredAt))
          .orderBy(asc(dataKey.id));
        return rows.map((row) => toWrapped(row)).filter((key) => key !== null);
      }),

    listRecords: () =>
      guardStore('listing data keys', () =>
        database
          .select({
            id: dataKey.id,
            partnerCode: dataKey.partnerCode,
            wrappedBy: dataKey.wrappedBy,
            createdAt: dataKey.createdAt,
            retiredAt: dataKey.retiredAt,
          })
          .from(dataKey)
          .orderBy(asc(dataKey.id)),
      ),

    replaceWrapping: ({ id, wrapped, wrappedBy }) =>
      guardStore('rewrapping a data key', async () => {
        // One that was retired meanwhile stays so.
        await database
          .update(dataKey)
          .set({ wrapped, wrappedBy })
          .where(and(eq(dataKey.id, id), isNull(dataKey.retiredAt)));
      }),

    retireOlder: (partnerCode, id, at) =>
      guardStore('retiring data keys', async () => {
        const rows = await database
          .update(dataKey)
          .set({ wrapped: null, wrappedBy: null, retiredAt: at })
          .where(
            and(
              eq(dataKey.partnerCode, partnerCode),
              lt(dataKey.id, id),
              isNull(dataKey.retiredAt),
            ),
          )
          .returning({ id: dataKey.id });
        return rows.map((row) => row.id).sort();
      }),
  };
}

/** Null where it is retired. */
function toWrapped({
  id,
  partnerCode,
  wrapped,
  wrappedBy,
}: typeof dataKey.$inferSelect): WrappedDataKey | null {
  return wrapped === null || wrappedBy === null ? null : { id, partnerCode, wrapped, wrappedBy };
}
