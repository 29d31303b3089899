import type { Credential, CredentialStore, Partner } from '../../db/credential-store.js';
import { hashPassKey } from '../../db/pass-key-hash.js';

/** Far below what production uses: tests need the rule, not the time. */
const CHEAP_SCRYPT = { cost: 16, blockSize: 8, parallelization: 1 };

export interface MemoryCredentialStore extends CredentialStore {
  add(partner: Partner, clientId: string, passKey: string): Promise<void>;
  revoke(clientId: string): void;
}

export function createMemoryCredentialStore(): MemoryCredentialStore {
  const credentials = new Map<string, Credential>();
  return {
    findCredential: (clientId) => Promise.resolve(credentials.get(clientId) ?? null),
    async add(partner, clientId, passKey) {
      const passKeyHash = await hashPassKey(passKey, CHEAP_SCRYPT);
      credentials.set(clientId, { clientId, passKeyHash, partner });
    },
    revoke(clientId) {
      credentials.delete(clientId);
    },
  };
}
