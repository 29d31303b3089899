import { randomBytes } from 'node:crypto';
import {
  createDataKeys,
  type DataKeys,
  type DataKeyStore,
  type WrappedDataKey,
} from '../../../keys/data-keys.js';
import type { KeyRing } from '../../../keys/key-ring.js';
import { createLocalSealing } from '../../../keys/sealing.js';

export const newKeyRing = (activeKeyId = 'k1'): KeyRing => ({
  activeKeyId,
  keys: new Map([[activeKeyId, randomBytes(32)]]),
});

/** `rows` are kept oldest first. */
export function createMemoryDataKeyStore(rows: WrappedDataKey[]): DataKeyStore {
  return {
    add: (key) => {
      rows.push(key);
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(rows.find((row) => row.id === id) ?? null),
    findActive: (partnerCode) =>
      Promise.resolve(rows.findLast((row) => row.partnerCode === partnerCode) ?? null),
  };
}

/** The real data keys over a store in memory. */
export function createMemoryDataKeys(
  ring: KeyRing = newKeyRing(),
  rows: WrappedDataKey[] = [],
  now: () => number = Date.now,
): DataKeys {
  return createDataKeys({
    ...createLocalSealing(ring),
    store: createMemoryDataKeyStore(rows),
    now,
  });
}
