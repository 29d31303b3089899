import type { Credential, CredentialStore, Partner } from '../../../db/credential-store.js';
import { hashPassKey } from '../../../db/pass-key-hash.js';

/** Far below what production uses: tests need the rule, not the time. */
const CHEAP_SCRYPT = { cost: 16, blockSize: 8, parallelization: 1 };

interface NewCredential extends Omit<Credential, 'passKeyHash'> {
  readonly passKey: string;
}

export interface MemoryCredentialStore extends CredentialStore {
  add(credential: NewCredential): Promise<void>;
  revoke(clientId: string): void;
  readonly findPartner: (code: string) => Partner | undefined;
}

export function createMemoryCredentialStore(): MemoryCredentialStore {
  const credentials = new Map<string, Credential>();
  return {
    findCredential: (clientId) => Promise.resolve(credentials.get(clientId) ?? null),
    findPartner: (code) =>
      [...credentials.values()].map(({ partner }) => partner).find((one) => one.code === code),
    async add({ passKey, ...plain }) {
      const passKeyHash = await hashPassKey(passKey, CHEAP_SCRYPT);
      credentials.set(plain.clientId, { ...plain, passKeyHash });
    },
    revoke(clientId) {
      credentials.delete(clientId);
    },
  };
}
