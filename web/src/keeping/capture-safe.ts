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
  /** Fetches what it takes, beside other work, and lets go of what has grown old, whether the session opens or not. */
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

const FAILED = Symbol('failed');

type Task<Answer> = (vault: CaptureVault) => Promise<Answer>;

export function createCaptureSafe({ openVault, wait }: SafeOptions): CaptureSafe {
  let lock: string | null = null;
  let mayHoldSome = true;
  let vault: Promise<CaptureVault> | null = null;
  /** One thing after the other: what is emptied is not filled by what was begun before. */
  let last: Promise<unknown> = Promise.resolve();

  function enqueue<Answer>(task: Task<Answer>): Promise<Answer | typeof FAILED> {
    const done = last
      .then(() => perform(task))
      // Done without: in memory everything is there as well.
      .catch((): typeof FAILED => FAILED);
    last = done;
    return done;
  }

  /** Once more where it fails: browsers close a database under the page, and it opens again. */
  async function perform<Answer>(task: Task<Answer>): Promise<Answer> {
    const opened = await open();
    try {
      return await task(opened);
    } catch {
      vault = null;
      return task(await open());
    }
  }

  function open(): Promise<CaptureVault> {
    vault ??= openVault().catch((error: unknown) => {
      // Another time it may go better.
      vault = null;
      throw error;
    });
    return vault;
  }

  async function emptyVault(): Promise<void> {
    const emptied = await enqueue((opened) => opened.empty());
    if (emptied === FAILED) mayHoldSome = true;
  }

  function empty(): Promise<void> | null {
    if (!mayHoldSome) return null;
    mayHoldSome = false;
    return Promise.race([emptyVault(), wait(PATIENCE_MS)]);
  }

  return {
    prepare() {
      void enqueue((opened) => opened.removeOld());
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
      const isKnown = kept !== 'LATE' && kept !== FAILED;
      mayHoldSome = !isKnown || kept.size > 0;
      return isKnown ? kept : NOTHING;
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
