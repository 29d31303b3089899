import type { PersonCapture } from '../../../contract/flow.js';
import type { TakenCapture } from '../capture/taken-captures.js';
import type { Wait } from '../wait.js';
import type { CaptureVault } from './capture-vault.js';

type Kept = ReadonlyMap<PersonCapture, TakenCapture>;

/**
 * Keeps captures over a reload where the browser can, and stands in nobody's way where it cannot:
 * nothing here rejects, and nothing that the person waits for takes long.
 */
export interface CaptureSafe {
  /** Fetches what it takes, beside other work. */
  prepare(): void;
  /** The service's half of the key for what is kept from now on; `null` keeps nothing. */
  useLock(lock: string | null): void;
  /** What was kept for the open attempt; without a lock everything that was kept goes. */
  restore(): Promise<Kept>;
  keep(document: PersonCapture, capture: TakenCapture): void;
  /** Answers once nothing is kept any more, or `null` at once where nothing is. */
  empty(): Promise<void> | null;
}

export interface SafeOptions {
  /** Called when it is first needed. */
  readonly openVault: () => Promise<CaptureVault>;
  readonly wait: Wait;
}

/**
 * A database opens within some 50 ms. One that does not (Safari 14 may never answer at all, WebKit
 * bug 226547) is done without.
 */
const PATIENCE_MS = 1_500;

const NOTHING: Kept = new Map();

export function createCaptureSafe({ openVault, wait }: SafeOptions): CaptureSafe {
  let lock: string | null = null;
  let mayHoldSome = true;
  let vault: Promise<CaptureVault> | null = null;
  /** One thing after the other: what is emptied is not filled by what was begun before. */
  let last: Promise<unknown> = Promise.resolve();

  function enqueue<Answer>(task: (vault: CaptureVault) => Promise<Answer>): Promise<Answer | null> {
    const done = last
      .then(() => (vault ??= openVault().catch(forgetVault)))
      .then(task)
      .catch(() => {
        // Done without: in memory everything is there as well.
        return null;
      });
    last = done;
    return done;
  }

  /** Another time it may go better. */
  function forgetVault(error: unknown): never {
    vault = null;
    throw error;
  }

  function empty(): Promise<void> | null {
    if (!mayHoldSome) return null;
    mayHoldSome = false;
    const emptied = enqueue((opened) => opened.empty());
    return Promise.race([emptied, wait(PATIENCE_MS)]).then(() => undefined);
  }

  return {
    prepare() {
      void enqueue(() => Promise.resolve());
    },
    useLock(next) {
      lock = next;
    },
    async restore() {
      const current = lock;
      if (current === null) {
        void empty();
        return NOTHING;
      }
      const restored = enqueue((opened) => opened.restore(current));
      const kept = await Promise.race([restored, wait(PATIENCE_MS).then(() => 'LATE' as const)]);
      mayHoldSome = kept === 'LATE' || (kept !== null && kept.size > 0);
      return kept === 'LATE' ? NOTHING : (kept ?? NOTHING);
    },
    keep(document, capture) {
      const current = lock;
      if (current === null) return;
      mayHoldSome = true;
      void enqueue((opened) => opened.keep(current, document, capture));
    },
    empty,
  };
}
