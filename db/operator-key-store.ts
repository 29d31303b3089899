import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from './client.js';
import { operatorKey } from './schema/operator.js';
import { guardStore } from './store-error.js';

export interface OperatorKey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

export interface NewOperatorKey {
  readonly id: string;
  readonly name: string;
  /** SHA-256 in hex. */
  readonly keyHash: string;
  readonly createdAt: Date;
}

export interface OperatorKeyStore {
  /** False when a key has or had the name. */
  add(created: NewOperatorKey): Promise<boolean>;
  /** Null when no key that is good has this hash. */
  findByHash(keyHash: string): Promise<OperatorKey | null>;
  /** Oldest first, revoked ones included. */
  list(): Promise<readonly OperatorKey[]>;
  /** Null when there is none, or it was revoked before. */
  revoke(id: string, at: Date): Promise<OperatorKey | null>;
}

const SHOWN = {
  id: operatorKey.id,
  name: operatorKey.name,
  createdAt: operatorKey.createdAt,
  revokedAt: operatorKey.revokedAt,
};

export function createOperatorKeyStore(database: Database): OperatorKeyStore {
  return {
    add: (created) =>
      guardStore('adding an operator key', async () => {
        const rows = await database
          .insert(operatorKey)
          .values(created)
          .onConflictDoNothing({ target: operatorKey.name })
          .returning({ id: operatorKey.id });
        return rows.length > 0;
      }),

    findByHash: (keyHash) =>
      guardStore('finding an operator key', async () => {
        const [row] = await database
          .select(SHOWN)
          .from(operatorKey)
          .where(and(eq(operatorKey.keyHash, keyHash), isNull(operatorKey.revokedAt)));
        return row ?? null;
      }),

    list: () =>
      guardStore('listing operator keys', () =>
        database
          .select(SHOWN)
          .from(operatorKey)
          .orderBy(asc(operatorKey.createdAt), asc(operatorKey.id)),
      ),

    revoke: (id, at) =>
      guardStore('revoking an operator key', async () => {
        const [row] = await database
          .update(operatorKey)
          .set({ revokedAt: at })
          .where(and(eq(operatorKey.id, id), isNull(operatorKey.revokedAt)))
          .returning(SHOWN);
        return row ?? null;
      }),
  };
}
