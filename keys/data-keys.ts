import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { KeyRing } from './key-ring.js';
import {
  open,
  openWithKey,
  readKeyId,
  seal,
  SealBrokenError,
  SEALING_KEY_BYTES,
  sealWithKey,
  type SealingKey,
} from './seal.js';

/** A partner's data key as it is stored: nobody without the master key has its bytes. */
export interface WrappedDataKey {
  /** UUID version 7: the youngest of a partner seals, every one of them opens. */
  readonly id: string;
  readonly partnerCode: string;
  /** Sealed by the master key. */
  readonly wrapped: Uint8Array;
  /** Of the master key. */
  readonly wrappedBy: string;
}

export interface DataKeyStore {
  add(key: WrappedDataKey): Promise<void>;
  find(id: string): Promise<WrappedDataKey | null>;
  /** The youngest of a partner. */
  findActive(partnerCode: string): Promise<WrappedDataKey | null>;
}

/**
 * Seals what is personal under a key of the partner's own, and opens it. What the master key itself
 * has sealed, before there were data keys, opens as well.
 */
export interface DataKeys {
  /** `context` binds the sealed bytes to their place: opening them elsewhere fails. */
  seal(partnerCode: string, plain: Uint8Array, context: string): Promise<Uint8Array>;
  /** @throws SealBrokenError, DataKeyMissingError */
  open(sealed: Uint8Array, context: string): Promise<Uint8Array>;
}

/** The bytes are sealed by a key that is not there: retired too early, or another database's. */
export class DataKeyMissingError extends Error {
  override readonly name = 'DataKeyMissingError';
}

/**
 * For how long a process goes on sealing with a key after a younger one was made. A rotation waits
 * longer than this before it looks for what the old key has sealed.
 */
export const ACTIVE_KEY_MS = 60_000;

const DATA_KEY_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface DataKeysOptions {
  readonly store: DataKeyStore;
  readonly master: KeyRing;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Keys are kept in memory once they were unwrapped: partners are few. */
export function createDataKeys({ store, master, now = Date.now }: DataKeysOptions): DataKeys {
  const keys = new Map<string, Uint8Array>();
  const active = new Map<string, { readonly key: SealingKey; readonly until: number }>();

  const remember = (found: WrappedDataKey): SealingKey => {
    const key = keys.get(found.id) ?? open(master, found.wrapped, placeOf(found));
    keys.set(found.id, key);
    return { id: found.id, key };
  };

  const findActive = async (partnerCode: string): Promise<SealingKey> => {
    const known = active.get(partnerCode);
    if (known !== undefined && now() < known.until) return known.key;
    const key = remember(
      (await store.findActive(partnerCode)) ?? (await addDataKey(store, master, partnerCode)),
    );
    active.set(partnerCode, { key, until: now() + ACTIVE_KEY_MS });
    return key;
  };

  return {
    seal: async (partnerCode, plain, context) =>
      sealWithKey(await findActive(partnerCode), plain, context),

    async open(sealed, context) {
      const id = readKeyId(sealed);
      if (!DATA_KEY_ID.test(id) && !master.keys.has(id))
        throw new SealBrokenError('no key has such an id');
      if (master.keys.has(id)) return open(master, sealed, context);
      const known = keys.get(id);
      if (known !== undefined) return openWithKey(known, sealed, context);
      const found = await store.find(id);
      if (found === null) throw new DataKeyMissingError('the data key is not there');
      return openWithKey(remember(found).key, sealed, context);
    },
  };
}

/** From now on it seals what is stored of the partner. */
export async function addDataKey(
  store: Pick<DataKeyStore, 'add'>,
  master: KeyRing,
  partnerCode: string,
): Promise<WrappedDataKey> {
  const place = { id: uuidv7(), partnerCode };
  const made = wrapDataKey(master, randomBytes(SEALING_KEY_BYTES), place);
  await store.add(made);
  return made;
}

/** The same data key under the active master key. @throws SealBrokenError */
export function rewrapDataKey(master: KeyRing, found: WrappedDataKey): WrappedDataKey {
  return wrapDataKey(master, open(master, found.wrapped, placeOf(found)), found);
}

type DataKeyPlace = Pick<WrappedDataKey, 'id' | 'partnerCode'>;

function wrapDataKey(
  master: KeyRing,
  key: Uint8Array,
  { id, partnerCode }: DataKeyPlace,
): WrappedDataKey {
  const wrapped = seal(master, key, placeOf({ id, partnerCode }));
  return { id, partnerCode, wrapped, wrappedBy: master.activeKeyId };
}

/** A key that was moved to another partner's row does not open. */
function placeOf({ id, partnerCode }: DataKeyPlace): string {
  return `data-key/${partnerCode}/${id}`;
}
