import { asc, eq } from 'drizzle-orm';
import type { Database } from './client.js';
import { partner } from './schema/partner.js';
import { guardStore } from './store-error.js';

export interface StoredPartner {
  readonly code: string;
  readonly name: string;
  /** As a version of ours has stored them, perhaps another: for `parse-stored-settings.ts`. */
  readonly settings: unknown;
  readonly createdAt: Date;
}

/** `settings` is what differs from the defaults. */
export interface NewPartner {
  readonly code: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface PartnerStore {
  find(code: string): Promise<StoredPartner | null>;
  /** Within a transaction: nobody else changes the partner until it ends. */
  lock(code: string): Promise<StoredPartner | null>;
  /** False when the code is taken. */
  add(created: NewPartner): Promise<boolean>;
  change(changed: NewPartner): Promise<void>;
  /** By code. */
  list(): Promise<readonly StoredPartner[]>;
  listCodes(): Promise<readonly string[]>;
}

export function createPartnerStore(database: Database): PartnerStore {
  const ofCode = (code: string) => database.select().from(partner).where(eq(partner.code, code));
  return {
    find: (code) =>
      guardStore('finding a partner', async () => {
        const [row] = await ofCode(code);
        return row ?? null;
      }),

    lock: (code) =>
      guardStore('locking a partner', async () => {
        // Not FOR UPDATE: rows that refer to the partner, such as submissions, may still be added.
        const [row] = await ofCode(code).for('no key update');
        return row ?? null;
      }),

    add: (created) =>
      guardStore('adding a partner', async () => {
        const rows = await database
          .insert(partner)
          .values(created)
          .onConflictDoNothing()
          .returning();
        return rows.length > 0;
      }),

    change: ({ code, ...changed }) =>
      guardStore('changing a partner', async () => {
        await database.update(partner).set(changed).where(eq(partner.code, code));
      }),

    list: () =>
      guardStore('listing partners', async () => {
        return await database.select().from(partner).orderBy(asc(partner.code));
      }),

    listCodes: () =>
      guardStore('listing partners', async () => {
        const rows = await database
          .select({ code: partner.code })
          .from(partner)
          .orderBy(asc(partner.code));
        return rows.map(({ code }) => code);
      }),
  };
}
