import { unwrapDataKey, type WrappedDataKey } from './data-keys.js';
import { KeyMissingError } from './key-errors.js';
import type { MasterKey } from './master-key.js';

/**
 * For the start of a process: what is sealed by a lost key is better missed now than when somebody
 * waits for it. One data key of each master key is unwrapped, so that another key under the same name is
 * noticed too.
 *
 * @throws Error that names the master keys that are not there, KeyServiceError
 */
export async function checkMasterKeys(
  master: MasterKey,
  dataKeys: readonly WrappedDataKey[],
): Promise<void> {
  const samples = new Map(dataKeys.map((key) => [key.wrappedBy, key]));
  const missing: string[] = [];
  for (const [name, sample] of samples) {
    if (!(await canUnwrap(master, sample))) missing.push(name);
  }
  if (missing.length === 0) return;
  throw new Error(
    `No master key fits ${missing.sort().join(', ')}, by which data keys of partners are wrapped. Put it back into the sealing keys, or set the key service: what they sealed cannot be opened without it.`,
  );
}

async function canUnwrap(master: MasterKey, sample: WrappedDataKey): Promise<boolean> {
  try {
    await unwrapDataKey(master, sample);
    return true;
  } catch (error) {
    if (error instanceof KeyMissingError) return false;
    throw error;
  }
}
