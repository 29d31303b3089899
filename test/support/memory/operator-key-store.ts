import type {
  NewOperatorKey,
  OperatorKey,
  OperatorKeyStore,
} from '../../../db/operator-key-store.js';

export function createMemoryOperatorKeyStore(): OperatorKeyStore {
  const rows = new Map<string, NewOperatorKey & OperatorKey>();
  const shown = ({ id, name, createdAt, revokedAt }: OperatorKey) => ({
    id,
    name,
    createdAt,
    revokedAt,
  });
  return {
    add: (created) => {
      if ([...rows.values()].some(({ name }) => name === created.name)) {
        return Promise.resolve(false);
      }
      rows.set(created.id, { ...created, revokedAt: null });
      return Promise.resolve(true);
    },
    findByHash: (keyHash) => {
      const row = [...rows.values()].find((key) => key.keyHash === keyHash);
      return Promise.resolve(row?.revokedAt === null ? shown(row) : null);
    },
    list: () => Promise.resolve([...rows.values()].map(shown)),
    revoke: (id, at) => {
      const row = rows.get(id);
      if (row?.revokedAt !== null) return Promise.resolve(null);
      const revoked = { ...row, revokedAt: at };
      rows.set(id, revoked);
      return Promise.resolve(shown(revoked));
    },
  };
}
