import type { PersonCapture } from '../../../contract/flow.js';
import type { TakenCapture } from '../capture/taken-captures.js';
import type { CaptureShelf } from './capture-shelf.js';
import { lockCapture, unlockCapture } from './lock-capture.js';
import { packCapture, unpackCapture } from './pack-capture.js';

/** The captures of one submission, locked up on the device until they are sent. */
export interface CaptureVault {
  /** Answers once what has grown old is gone, of whatever submission. */
  removeOld(): Promise<void>;
  keep(lock: string, document: PersonCapture, capture: TakenCapture): Promise<void>;
  /**
   * What the lock opens. Where there is one that it does not open, all of the submission go: they
   * are of an attempt that is over.
   */
  restore(lock: string): Promise<ReadonlyMap<PersonCapture, TakenCapture>>;
  /** Answers once everything of this submission is gone. */
  empty(): Promise<void>;
}

export interface VaultOptions {
  readonly shelf: CaptureShelf;
  readonly crypto: Crypto;
  readonly publicId: string;
  /** The device's clock, in milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * As long as a session lasts where its partner has not set another time. What nobody came back for
 * is removed at the next visit of whatever session; opened it can be by nobody long before.
 */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;

export function createCaptureVault({ shelf, crypto, publicId, now }: VaultOptions): CaptureVault {
  return {
    removeOld: () => shelf.removeOlderThan(now() - MAX_AGE_MS),
    async keep(lock, document, capture) {
      const bytes = await packCapture(capture);
      const locked = await lockCapture(crypto, { publicId, document, lock }, bytes);
      await shelf.put({ ...locked, publicId, document, shelvedAt: now() });
    },
    async restore(lock) {
      const shelved = await shelf.list(publicId);
      const opened = await Promise.all(
        shelved.map(async (locked) => {
          const { document } = locked;
          const bytes = await unlockCapture(crypto, { publicId, document, lock }, locked);
          return bytes === null ? [] : ([[document, unpackCapture(bytes)]] as const);
        }),
      );
      const restored = new Map(opened.flat());
      if (restored.size === shelved.length) return restored;
      await shelf.remove(publicId);
      return new Map();
    },
    empty: () => shelf.remove(publicId),
  };
}
