import { KeyMissingError } from './key-errors.js';
import type { KeyRing } from './key-ring.js';
import { open, seal, SealBrokenError } from './seal.js';

/** What a master key has made of a data key. */
export interface Wrapping {
  readonly wrapped: Uint8Array;
  /** Which master key it was; stored beside it. */
  readonly wrappedBy: string;
}

/** Wraps data keys, so that their bytes are stored nowhere. */
export interface MasterKey {
  /** `place` binds what is wrapped: it does not unwrap for another. @throws KeyServiceError */
  wrap(key: Uint8Array, place: string): Promise<Wrapping>;
  /** @throws KeyMissingError, KeyServiceError */
  unwrap(wrapping: Wrapping, place: string): Promise<Uint8Array>;
  /** Whether it has wrapped what says so, now or before. */
  knows(wrappedBy: string): boolean;
  /** Whether wrapping it again would change nothing. */
  isCurrent(wrappedBy: string): boolean;
}

/** The active key of the ring wraps, every one of them unwraps. */
export function createRingMasterKey(ring: KeyRing): MasterKey {
  return {
    wrap: (key, place) =>
      Promise.resolve({ wrapped: seal(ring, key, place), wrappedBy: ring.activeKeyId }),

    unwrap: ({ wrapped }, place) =>
      new Promise((resolve) => {
        resolve(unwrap(ring, wrapped, place));
      }),

    knows: (wrappedBy) => ring.keys.has(wrappedBy),
    isCurrent: (wrappedBy) => wrappedBy === ring.activeKeyId,
  };
}

/** A ring that does not unwrap is the wrong one: it says nothing of what the data key has sealed. */
function unwrap(ring: KeyRing, wrapped: Uint8Array, place: string): Uint8Array {
  try {
    return open(ring, wrapped, place);
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error;
    throw new KeyMissingError('the master key that wraps the data key is not there');
  }
}

/** The first wraps; each unwraps what it has wrapped itself, so that data keys can come from one to another. */
export function combineMasterKeys(first: MasterKey, ...others: readonly MasterKey[]): MasterKey {
  const all = [first, ...others];
  return {
    wrap: (key, place) => first.wrap(key, place),

    async unwrap(wrapping, place) {
      const master = all.find((one) => one.knows(wrapping.wrappedBy));
      if (master === undefined) {
        throw new KeyMissingError('the master key that wraps the data key is not there');
      }
      return master.unwrap(wrapping, place);
    },

    knows: (wrappedBy) => all.some((one) => one.knows(wrappedBy)),
    isCurrent: (wrappedBy) => first.isCurrent(wrappedBy),
  };
}
