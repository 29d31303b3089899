import { describe, expect, it } from 'vitest';
import { ACTIVE_KEY_MS } from '../contract/key-renewal.js';
import {
  createMemoryDataKeys,
  createMemoryDataKeyStore,
  newKeyRing,
} from '../test/support/memory/data-keys.js';
import { addDataKey, rewrapDataKey, type WrappedDataKey } from './data-keys.js';
import type { KeyRing } from './key-ring.js';
import { createRingMasterKey } from './master-key.js';
import { readKeyId, seal } from './seal.js';

const plain = Buffer.from('a card nobody holds');
const PLACE = 'captures/1';

function rotatedRing(older: KeyRing): KeyRing {
  const younger = newKeyRing().keys.get('k1')!;
  return { activeKeyId: 'k2', keys: new Map([...older.keys, ['k2', younger]]) };
}

async function renew(master: KeyRing, rows: WrappedDataKey[]): Promise<string> {
  const store = createMemoryDataKeyStore(rows);
  return (await addDataKey(store, createRingMasterKey(master), 'SHOP')).id;
}

describe('data keys', () => {
  it('open what they have sealed, also in another process', async () => {
    const [master, rows] = [newKeyRing(), [] as WrappedDataKey[]];
    const sealed = await createMemoryDataKeys(master, rows).seal('SHOP', plain, PLACE);
    expect(Buffer.from(sealed).includes(plain)).toBe(false);
    expect(await createMemoryDataKeys(master, rows).open(sealed, PLACE)).toEqual(plain);
  });

  it('are of one partner each, and one is made for the first thing that is sealed', async () => {
    const rows: WrappedDataKey[] = [];
    const dataKeys = createMemoryDataKeys(newKeyRing(), rows);
    const ids = await Promise.all([
      dataKeys.seal('SHOP', plain, PLACE).then(readKeyId),
      dataKeys.seal('OTHER', plain, PLACE).then(readKeyId),
    ]);
    expect(new Set(ids).size).toBe(2);
    expect(await dataKeys.seal('SHOP', plain, PLACE).then(readKeyId)).toBe(ids[0]);
    expect(rows.map(({ partnerCode }) => partnerCode).sort()).toEqual(['OTHER', 'SHOP']);
  });

  it('refuse what was moved to another place or changed', async () => {
    const dataKeys = createMemoryDataKeys();
    const sealed = await dataKeys.seal('SHOP', plain, PLACE);
    await expect(dataKeys.open(sealed, 'captures/2')).rejects.toThrow(
      /changed or belong elsewhere/,
    );
    sealed[sealed.length - 1]! ^= 1;
    await expect(dataKeys.open(sealed, PLACE)).rejects.toThrow(/changed or belong elsewhere/);
    const noSeal = Buffer.from('no seal at all, and long enough to be one of those');
    await expect(dataKeys.open(noSeal, PLACE)).rejects.toMatchObject({ name: 'SealBrokenError' });
  });

  it('say that a key is gone, and do not make another', async () => {
    const [master, rows] = [newKeyRing(), [] as WrappedDataKey[]];
    const sealed = await createMemoryDataKeys(master, rows).seal('SHOP', plain, PLACE);
    const opening = createMemoryDataKeys(master, []).open(sealed, PLACE);
    await expect(opening).rejects.toMatchObject({ name: 'KeyMissingError' });
  });

  it('do not open for another master key, nor as the key of another partner', async () => {
    const [master, rows] = [newKeyRing(), [] as WrappedDataKey[]];
    const sealed = await createMemoryDataKeys(master, rows).seal('SHOP', plain, PLACE);
    // Never as broken: that would say something of what was sealed.
    const missing = { name: 'KeyMissingError' };
    const foreign = createMemoryDataKeys(newKeyRing(), rows).open(sealed, PLACE);
    await expect(foreign).rejects.toMatchObject(missing);
    const nameless = createMemoryDataKeys(newKeyRing('k2'), rows).open(sealed, PLACE);
    await expect(nameless).rejects.toMatchObject(missing);
    const moved = rows.map((row) => ({ ...row, partnerCode: 'OTHER' }));
    const ofOther = createMemoryDataKeys(master, moved).open(sealed, PLACE);
    await expect(ofOther).rejects.toMatchObject(missing);
  });

  it('open what the master key had sealed before there were any', async () => {
    const master = newKeyRing();
    const sealed = seal(master, plain, PLACE);
    expect(await createMemoryDataKeys(master).open(sealed, PLACE)).toEqual(plain);
  });

  it('seal with a younger key a minute after it was made at the latest', async () => {
    const [master, rows] = [newKeyRing(), [] as WrappedDataKey[]];
    let time = 0;
    const dataKeys = createMemoryDataKeys(master, rows, () => time);
    const first = await dataKeys.seal('SHOP', plain, PLACE);
    const id = await renew(master, rows);
    time = ACTIVE_KEY_MS;
    const second = await dataKeys.seal('SHOP', plain, PLACE);
    expect([readKeyId(first), readKeyId(second)]).toEqual([rows[0]?.id, id]);
    expect(await dataKeys.open(first, PLACE)).toEqual(plain);
  });

  it('seal anew what an older key or the master key has sealed, in the same place', async () => {
    const [master, rows] = [newKeyRing(), [] as WrappedDataKey[]];
    const dataKeys = createMemoryDataKeys(master, rows);
    const older = [await dataKeys.seal('SHOP', plain, PLACE), seal(master, plain, PLACE)];
    const id = await renew(master, rows);
    for (const sealed of older) {
      const resealed = await dataKeys.reseal(id, sealed, PLACE);
      expect(readKeyId(resealed)).toBe(id);
      expect(await dataKeys.open(resealed, PLACE)).toEqual(plain);
      await expect(dataKeys.reseal(id, sealed, 'captures/2')).rejects.toMatchObject({
        name: 'SealBrokenError',
      });
    }
  });

  it('come under a younger master key without a change to what they have sealed', async () => {
    const [older, rows] = [newKeyRing(), [] as WrappedDataKey[]];
    const sealed = await createMemoryDataKeys(older, rows).seal('SHOP', plain, PLACE);
    const both = rotatedRing(older);
    const rewrapped = [await rewrapDataKey(createRingMasterKey(both), rows[0]!)];
    expect(rewrapped).toMatchObject([{ id: rows[0]!.id, wrappedBy: 'k2' }]);
    const younger: KeyRing = { activeKeyId: 'k2', keys: new Map([['k2', both.keys.get('k2')!]]) };
    expect(await createMemoryDataKeys(younger, rewrapped).open(sealed, PLACE)).toEqual(plain);
  });
});
