import { serviceUnavailable } from './errors.js';

export interface UploadSlots {
  /**
   * Runs what keeps images in memory, in turn.
   *
   * @throws ApiError 503 when too many wait or it takes too long, before anything is run
   */
  run<T>(call: () => Promise<T>): Promise<T>;
}

export interface UploadSlotsOptions {
  /** Calls of one process that may hold images at the same moment. */
  readonly atOnce: number;
  /** Further ones that wait for their turn, without images. */
  readonly maxWaiting: number;
  readonly patienceMs: number;
}

/**
 * How often and how fast somebody uploads is theirs to say, how much of it is in memory is ours. A call
 * holds two images of 10 MB, their sealed copies and what the client of the object store makes of
 * them: 75 MB a call, measured as what the process grew by (Node 20, 2026-11-23).
 */
export function createUploadSlots(options: UploadSlotsOptions): UploadSlots {
  const { atOnce, maxWaiting, patienceMs } = options;
  const waiting = new Set<() => void>();
  let taken = 0;

  async function take(): Promise<void> {
    if (taken < atOnce) {
      taken += 1;
      return;
    }
    if (waiting.size >= maxWaiting) throw serviceUnavailable(new UploadsFullError());
    // The one before hands its slot over, so that `taken` stays.
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(begin);
        reject(serviceUnavailable(new UploadsFullError()));
      }, patienceMs);
      waiting.add(begin);
    });
  }

  function giveBack(): void {
    const [next] = waiting;
    if (next === undefined) {
      taken -= 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async run(call) {
      await take();
      try {
        return await call();
      } finally {
        giveBack();
      }
    },
  };
}

/** For the log. */
class UploadsFullError extends Error {
  override readonly name = 'UploadsFullError';
}
