import type { WrappedDataKey } from './data-keys.js';
import type { KeyRing } from './key-ring.js';

/**
 * For the start of a process: what is sealed by a lost key is better missed now than when somebody
 * waits for it.
 *
 * @throws Error that names the master keys that are not there
 */
export function checkMasterKeys(
  master: KeyRing,
  dataKeys: readonly Pick<WrappedDataKey, 'wrappedBy'>[],
): void {
  const missing = new Set(
    dataKeys.map(({ wrappedBy }) => wrappedBy).filter((id) => !master.keys.has(id)),
  );
  if (missing.size === 0) return;
  const names = [...missing].sort().join(', ');
  throw new Error(
    `The sealing key file lacks ${names}, by which data keys of partners are wrapped. Put it back: what they sealed cannot be opened without it.`,
  );
}
