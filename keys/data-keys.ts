import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { ACTIVE_KEY_MS } from '../contract/key-renewal.js';
import { KeyMissingError } from './key-errors.js';
import { SEALING_KEY_BYTES, type KeyRing } from './key-ring.js';
import type { MasterKey, Wrapping } from './master-key.js';
import {
  open,
  openWithKey,
  readKeyId,
  SealBrokenError,
  sealWithKey,
  type SealingKey,
} from './seal.js';

/** A partner's data key as it is stored: nobody without the master key has its bytes. */
export interface WrappedDataKey extends Wrapping {
  /** UUID version 7: the youngest of a partner seals, every one of them opens. */
  readonly id: string;
  readonly partnerCode: string;
}

/** Keys that are retired are not found. */
export interface DataKeyStore {
  add(key: WrappedDataKey): Promise<void>;
  find(id: string): Promise<WrappedDataKey | null>;
  /** The youngest of a partner. */
  findActive(partnerCode: string): Promise<WrappedDataKey | null>;
}

/**
 * Seals what is personal under a key of the partner's own, and opens it. What the sealing key file itself
 * has sealed, before there were data keys, opens as well. Every call throws a KeyServiceError when the
 * master key is a key service that does not answer.
 */
export interface DataKeys {
  /** `context` binds the sealed bytes to their place: opening them elsewhere fails. */
  seal(partnerCode: string, plain: Uint8Array, context: string): Promise<Uint8Array>;
  /** @throws SealBrokenError, KeyMissingError */
  open(sealed: Uint8Array, context: string): Promise<Uint8Array>;
  /** The same content in the same place, sealed by this data key. @throws SealBrokenError, KeyMissingError */
  reseal(dataKeyId: string, sealed: Uint8Array, context: string): Promise<Uint8Array>;
}

const DATA_KEY_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface DataKeysOptions {
  readonly store: DataKeyStore;
  readonly master: MasterKey;
  /** Opens what it sealed itself, before there were data keys. */
  readonly ring: KeyRing;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Keys are kept in memory once they were unwrapped: partners are few. */
export function createDataKeys({ store, master, ring, now = Date.now }: DataKeysOptions): DataKeys {
  const keys = new Map<string, Uint8Array>();
  const active = new Map<string, { readonly key: SealingKey; readonly until: number }>();

  const remember = async (found: WrappedDataKey): Promise<SealingKey> => {
    const key = keys.get(found.id) ?? (await unwrapDataKey(master, found));
    keys.set(found.id, key);
    return { id: found.id, key };
  };

  const findActive = async (partnerCode: string): Promise<SealingKey> => {
    const known = active.get(partnerCode);
    if (known !== undefined && now() < known.until) return known.key;
    const key = await remember(
      (await store.findActive(partnerCode)) ?? (await addDataKey(store, master, partnerCode)),
    );
    active.set(partnerCode, { key, until: now() + ACTIVE_KEY_MS });
    return key;
  };

  const find = async (id: string): Promise<SealingKey> => {
    const known = keys.get(id);
    if (known !== undefined) return { id, key: known };
    const found = await store.find(id);
    if (found === null) throw new KeyMissingError('the data key is not there');
    return remember(found);
  };

  const openSealed = async (sealed: Uint8Array, context: string): Promise<Uint8Array> => {
    const id = readKeyId(sealed);
    if (ring.keys.has(id)) return open(ring, sealed, context);
    if (!DATA_KEY_ID.test(id)) throw new SealBrokenError('no key has such an id');
    return openWithKey((await find(id)).key, sealed, context);
  };

  return {
    seal: async (partnerCode, plain, context) =>
      sealWithKey(await findActive(partnerCode), plain, context),

    open: openSealed,

    reseal: async (dataKeyId, sealed, context) =>
      sealWithKey(await find(dataKeyId), await openSealed(sealed, context), context),
  };
}

/** Something that an older key has sealed, in a column or an object. */
export interface SealedByOlder {
  /** Seals it anew where it still is as it was found. @throws SealBrokenError, KeyMissingError */
  reseal(): Promise<void>;
}

/**
 * Whether the bytes are sealed by none of the partner's keys that are at least as young as this one: by an
 * older data key, or by a master key from before there were any.
 *
 * @param sealed the beginning is enough
 * @throws SealBrokenError
 */
export function isSealedByOlder(sealed: Uint8Array, dataKeyId: string): boolean {
  const id = readKeyId(sealed);
  return !(DATA_KEY_ID.test(id) && id >= dataKeyId);
}

/** A key that nothing knows of yet. @throws KeyServiceError */
export function makeDataKey(master: MasterKey, partnerCode: string): Promise<WrappedDataKey> {
  return wrapDataKey(master, randomBytes(SEALING_KEY_BYTES), { id: uuidv7(), partnerCode });
}

/** From now on it seals what is stored of the partner. */
export async function addDataKey(
  store: Pick<DataKeyStore, 'add'>,
  master: MasterKey,
  partnerCode: string,
): Promise<WrappedDataKey> {
  const made = await makeDataKey(master, partnerCode);
  await store.add(made);
  return made;
}

/** The same data key under the master key of now. @throws KeyMissingError, KeyServiceError */
export async function rewrapDataKey(
  master: MasterKey,
  found: WrappedDataKey,
): Promise<WrappedDataKey> {
  return wrapDataKey(master, await unwrapDataKey(master, found), found);
}

/** @throws KeyMissingError, KeyServiceError */
export function unwrapDataKey(master: MasterKey, found: WrappedDataKey): Promise<Uint8Array> {
  return master.unwrap(found, placeOf(found));
}

type DataKeyPlace = Pick<WrappedDataKey, 'id' | 'partnerCode'>;

async function wrapDataKey(
  master: MasterKey,
  key: Uint8Array,
  { id, partnerCode }: DataKeyPlace,
): Promise<WrappedDataKey> {
  return { id, partnerCode, ...(await master.wrap(key, placeOf({ id, partnerCode }))) };
}

/** A key that was moved to another partner's row does not open. */
function placeOf({ id, partnerCode }: DataKeyPlace): string {
  return `data-key/${partnerCode}/${id}`;
}
