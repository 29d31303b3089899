import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createMemoryDataKeyStore, newKeyRing } from '../test/support/memory/data-keys.js';
import { checkMasterKeys } from './check-master-keys.js';
import { addDataKey, type WrappedDataKey } from './data-keys.js';
import type { KeyRing } from './key-ring.js';
import { createRingMasterKey } from './master-key.js';

async function wrapBy(...rings: readonly KeyRing[]): Promise<readonly WrappedDataKey[]> {
  const rows: WrappedDataKey[] = [];
  for (const ring of rings) {
    await addDataKey(createMemoryDataKeyStore(rows), createRingMasterKey(ring), 'SHOP');
  }
  return rows;
}

it('says which master keys are lost, each once', async () => {
  const [kept, lost, other] = [newKeyRing('k1'), newKeyRing('k0'), newKeyRing('a')];
  const checking = checkMasterKeys(
    createRingMasterKey(kept),
    await wrapBy(kept, lost, lost, other),
  );
  await expect(checking).rejects.toThrow(/No master key fits a, k0, by which data keys/);
});

it('notices another key under the name of a lost one', async () => {
  const lost = newKeyRing('k1');
  const another = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
  const checking = checkMasterKeys(createRingMasterKey(another), await wrapBy(lost));
  await expect(checking).rejects.toThrow(/No master key fits k1/);
});

it('is content when every data key can be unwrapped, or there is none', async () => {
  const ring = newKeyRing();
  await checkMasterKeys(createRingMasterKey(ring), await wrapBy(ring, ring));
  await checkMasterKeys(createRingMasterKey(ring), []);
});
