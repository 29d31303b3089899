import type { PersonCapture } from '../../../contract/flow.js';
import type { SubmissionProgress } from '../api/wire-types.js';
import {
  createTakenCaptures,
  type TakenCapture,
  type TakenCaptures,
} from '../capture/taken-captures.js';
import type { CaptureSafe } from './capture-safe.js';

/** The captures of the open attempt: in memory, and once they are approved of kept over a reload. */
export interface HeldCaptures {
  readonly taken: TakenCaptures;
  /** Those that have arrived and are not yet confirmed. */
  readonly sent: Set<PersonCapture>;
  /** Of the attempt that they were taken for. */
  readonly lock: string | null;
  /** Fetches what keeping takes, beside other work. */
  prepare(): void;
  /**
   * The service's half of the key for what is kept from now on; `null` keeps nothing. Another one is of another attempt: what
   * was taken for the one before goes.
   */
  useLock(lock: string | null): void;
  take(document: PersonCapture, capture: TakenCapture): void;
  /** The person has looked at it and wants to send it. */
  approve(document: PersonCapture): void;
  /** The person has looked at it and takes another. */
  discard(document: PersonCapture): void;
  /** Brings back what an earlier visit has kept of what is asked for, and names it. */
  restore(progress: SubmissionProgress): Promise<readonly PersonCapture[]>;
  /** Answers once nothing is kept any more, or `null` at once where nothing is. */
  forget(): Promise<void> | null;
}

export function createHeldCaptures(safe: CaptureSafe): HeldCaptures {
  const taken = createTakenCaptures();
  const sent = new Set<PersonCapture>();
  let lock: string | null = null;

  function forget(): Promise<void> | null {
    taken.clear();
    sent.clear();
    return safe.empty();
  }

  return {
    taken,
    sent,
    get lock() {
      return lock;
    },
    prepare() {
      safe.prepare();
    },
    useLock(next) {
      if (next === null || next !== lock) void forget();
      lock = next;
      safe.useLock(next);
    },
    take(document, capture) {
      taken.set(document, capture);
      sent.delete(document);
    },
    approve(document) {
      const capture = taken.get(document);
      if (capture !== undefined) safe.keep(document, capture);
    },
    discard(document) {
      taken.delete(document);
    },
    async restore({ captureLock, captures }) {
      lock = captureLock;
      safe.useLock(captureLock);
      const kept = await safe.restore();
      for (const document of captures) {
        const capture = kept.get(document);
        if (capture !== undefined) taken.set(document, capture);
      }
      return captures.filter((document) => kept.has(document));
    },
    forget,
  };
}
