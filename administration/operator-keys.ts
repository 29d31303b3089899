import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { uuidv7 } from 'uuidv7';
import type { OperatorKey } from '../db/operator-key-store.js';
import { conflict, notFound } from './administration-error.js';
import { AuditAction, recordAct } from './audited-act.js';
import type { AdministrationOptions } from './administration-options.js';
import { parseInput } from './parse-input.js';

/** The key is shown once: only a hash is kept. */
export interface CreatedOperatorKey {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

export interface OperatorKeys {
  /** `name` tells who holds it, in the audit log. It is good once: two would be taken for one. */
  create(actor: string, name: string): Promise<CreatedOperatorKey>;
  /** Oldest first, revoked ones included. */
  list(): Promise<readonly OperatorKey[]>;
  revoke(actor: string, id: string): Promise<OperatorKey>;
  /** The actor that a key stands for; null for one that is not good. */
  findActor(key: string): Promise<string | null>;
}

const KEY_PREFIX = 'kenali_operator_';
const KEY_BYTES = 32;

const keyName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._@-]{0,99}$/, 'Give 1 to 100 of A-Z, a-z, 0-9, blank and ._@-.');

/** All of them throw AdministrationError. */
export function createOperatorKeys({ transact, now }: AdministrationOptions): OperatorKeys {
  return {
    create: async (actor, given) => {
      const name = parseInput(keyName, given, 'name');
      const key = `${KEY_PREFIX}${randomBytes(KEY_BYTES).toString('base64url')}`;
      return transact('creating an operator key', async (stores) => {
        const id = uuidv7();
        const at = now();
        const created = { id, name, keyHash: hashKey(key), createdAt: at };
        if (!(await stores.operatorKeys.add(created))) {
          throw conflict('An operator key had this name already. The audit log goes by names.');
        }
        await recordAct(
          stores,
          { actor, at },
          {
            action: AuditAction.OPERATOR_KEY_CREATED,
            detail: { id, name },
          },
        );
        return { id, name, key };
      });
    },

    list: () => transact('listing operator keys', ({ operatorKeys }) => operatorKeys.list()),

    revoke: (actor, id) =>
      transact('revoking an operator key', async (stores) => {
        const at = now();
        const revoked = await stores.operatorKeys.revoke(parseInput(z.uuid(), id, 'id'), at);
        if (revoked === null) throw notFound('There is no such operator key that is good.');
        await recordAct(
          stores,
          { actor, at },
          {
            action: AuditAction.OPERATOR_KEY_REVOKED,
            detail: { id, name: revoked.name },
          },
        );
        return revoked;
      }),

    findActor: async (key) => {
      if (!key.startsWith(KEY_PREFIX)) return null;
      const found = await transact('finding an operator key', ({ operatorKeys }) =>
        operatorKeys.findByHash(hashKey(key)),
      );
      return found === null ? null : `operator:${found.name}`;
    },
  };
}

/** 256 random bits cannot be guessed: a fast hash is enough. */
function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
