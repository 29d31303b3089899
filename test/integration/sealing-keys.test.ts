import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createAdministration, type Administration } from '../../administration/administration.js';
import { createTransact } from '../../administration/administration-stores.js';
import { createCallbackEndpointStore } from '../../db/callback-endpoint-store.js';
import { openDataKeys } from '../../db/open-data-keys.js';
import { createReferenceImageSourceStore } from '../../db/reference-image-source-store.js';
import type { KeyRing } from '../../keys/key-ring.js';
import { KeyServiceError } from '../../keys/key-errors.js';
import type { MasterKey } from '../../keys/master-key.js';
import { readKeyId } from '../../keys/seal.js';
import { createLocalSealing } from '../../keys/sealing.js';
import { newKeyRing } from '../support/memory/data-keys.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

const ACTOR = 'cli:tester';
const plain = Buffer.from('a card nobody holds');
const PLACE = `captures/${randomUUID()}`;
const older = newKeyRing('k1');
const younger = newKeyRing('k2');
const both: KeyRing = { activeKeyId: 'k2', keys: new Map([...older.keys, ...younger.keys]) };

let scratch: ScratchDatabase;

const administrationWith = (
  keyRing: KeyRing,
  masterKey = createLocalSealing(keyRing).master,
): Administration =>
  createAdministration({
    transact: createTransact(scratch.database, { ring: keyRing }),
    masterKey,
    now: () => new Date(),
    deliveryRuns: { replay: refuse, test: refuse },
    erasureRuns: { start: refuse },
    keyRenewalRuns: { start: () => Promise.resolve() },
  });

function refuse(): Promise<never> {
  return Promise.reject(new Error('no Temporal'));
}

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  await administrationWith(older).partners.create(ACTOR, {
    code: 'SHOP',
    callback: { url: 'https://shop.example/cb', headers: { authorization: 'Bearer x' } },
  });
});

afterAll(() => scratch.drop());

describe('the keys that seal what is stored', () => {
  it('come under a younger master key, after which the older one is not needed', async () => {
    await createReferenceImageSourceStore(scratch.database, older).saveSource({
      partnerCode: 'SHOP',
      url: 'https://shop.example/image',
      method: 'GET',
      headers: { authorization: 'Bearer y' },
      imageHosts: [],
    });
    const sealed = await (
      await openDataKeys(scratch.database, createLocalSealing(older))
    ).seal('SHOP', plain, PLACE);
    await expect(openDataKeys(scratch.database, createLocalSealing(younger))).rejects.toThrow(
      /fits k1/,
    );

    const { dataKeys } = administrationWith(both);
    expect(await dataKeys.rewrap(ACTOR)).toEqual({ dataKeys: 1, partners: 1 });
    expect(await dataKeys.rewrap(ACTOR)).toEqual({ dataKeys: 0, partners: 1 });

    const opened = await openDataKeys(scratch.database, createLocalSealing(younger));
    expect(await opened.open(sealed, PLACE)).toEqual(plain);
    const endpoint = await createCallbackEndpointStore(scratch.database, younger).readEndpoint(
      'SHOP',
    );
    expect(endpoint?.headers).toEqual({ authorization: 'Bearer x' });
    const source = await createReferenceImageSourceStore(scratch.database, younger).readSource(
      'SHOP',
    );
    expect(source?.headers).toEqual({ authorization: 'Bearer y' });
  });

  it('are left as they were when a master key is lost', async () => {
    const { dataKeys } = administrationWith(newKeyRing('k3'));
    await expect(dataKeys.rewrap(ACTOR)).rejects.toThrow();
    const listed = await administrationWith(both).dataKeys.list();
    expect(listed.map(({ wrappedBy }) => wrappedBy)).toEqual(['k2']);
  });

  it('keep what was rewrapped where the key service goes away, and go on from there', async () => {
    const third = newKeyRing('k3');
    const all: KeyRing = { activeKeyId: 'k3', keys: new Map([...both.keys, ...third.keys]) };
    const { master } = createLocalSealing(all);
    await administrationWith(both).partners.create(ACTOR, { code: 'TOKO' });
    const sealing = await openDataKeys(scratch.database, createLocalSealing(both));
    await sealing.seal('TOKO', plain, PLACE);
    let wraps = 0;
    const wrap: MasterKey['wrap'] = async (key, place) => {
      wraps += 1;
      if (wraps === 2) throw new KeyServiceError('encrypt', null, true);
      return master.wrap(key, place);
    };
    const { dataKeys } = administrationWith(all, { ...master, wrap });
    const listWrappers = async () => (await dataKeys.list()).map(({ wrappedBy }) => wrappedBy);
    await expect(dataKeys.rewrap(ACTOR)).rejects.toThrow(KeyServiceError);
    expect(await listWrappers()).toEqual(['k3', 'k2']);
    expect(await dataKeys.rewrap(ACTOR)).toEqual({ dataKeys: 1, partners: 1 });
    expect(await listWrappers()).toEqual(['k3', 'k3']);
    await administrationWith({ ...all, activeKeyId: 'k2' }).dataKeys.rewrap(ACTOR);
  });

  it('are wrapped while nobody waits for it', async () => {
    const { master } = createLocalSealing(both);
    const { partners } = administrationWith(both);
    const wrap: MasterKey['wrap'] = async (key, place) => {
      // It waits for ever where the partner is locked.
      await partners.change(ACTOR, 'TOKO', { name: 'Toko' });
      return master.wrap(key, place);
    };
    const renewed = administrationWith(both, { ...master, wrap }).dataKeys.renew(ACTOR, 'TOKO');
    await expect(renewed).resolves.toHaveProperty('id');
  });

  it('are renewed for one partner: what was sealed before still opens', async () => {
    const { dataKeys, audit } = administrationWith(both);
    const before = await openDataKeys(scratch.database, createLocalSealing(both));
    const sealed = await before.seal('SHOP', plain, PLACE);
    const { id } = await dataKeys.renew(ACTOR, 'SHOP');
    const after = await openDataKeys(scratch.database, createLocalSealing(both));
    expect(readKeyId(await after.seal('SHOP', plain, PLACE))).toBe(id);
    expect(await after.open(sealed, PLACE)).toEqual(plain);
    const { entries } = await audit.list({ action: 'keys', limit: 10 });
    expect(entries[0]).toMatchObject({ action: 'keys.data-key.renewed', partnerCode: 'SHOP' });
    await expect(dataKeys.renew(ACTOR, 'NOBODY')).rejects.toMatchObject({ refusal: 'NOT_FOUND' });
  });
});
