import { randomBytes } from 'node:crypto';
import { createDataKeys, type DataKeys, type WrappedDataKey } from '../../keys/data-keys.js';
import type { KeyRing } from '../../keys/key-ring.js';

export const newKeyRing = (activeKeyId = 'k1'): KeyRing => ({
  activeKeyId,
  keys: new Map([[activeKeyId, randomBytes(32)]]),
});

/** The real data keys; wrapped ones are kept in `rows`, oldest first. */
export function createMemoryDataKeys(
  master: KeyRing = newKeyRing(),
  rows: WrappedDataKey[] = [],
): DataKeys {
  return createDataKeys({
    master,
    store: {
      add: (key) => {
        rows.push(key);
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(rows.find((row) => row.id === id) ?? null),
      findActive: (partnerCode) =>
        Promise.resolve(rows.findLast((row) => row.partnerCode === partnerCode) ?? null),
    },
  });
}
