import { serviceUnavailable } from './errors.js';

export interface Turns {
  /**
   * Runs in turn.
   *
   * @throws ApiError 503 when too many wait or it takes too long, before anything is run
   */
  run<T>(call: () => Promise<T>): Promise<T>;
}

export interface TurnsOptions {
  /** Calls of one process that may run at the same moment. */
  readonly atOnce: number;
  /** Further ones that wait for their turn. */
  readonly maxWaiting: number;
  /** Left out, who may wait waits until it is their turn. */
  readonly patienceMs?: number;
  /** What the log is told of who is refused. */
  readonly createRefusal: () => Error;
}

/** Everybody at once. */
export const UNBOUNDED: Turns = { run: (call) => call() };

/** A bounded queue before what would exhaust the process if everybody did it at once. */
export function createTurns(options: TurnsOptions): Turns {
  const { atOnce, maxWaiting, patienceMs, createRefusal } = options;
  const waiting = new Set<() => void>();
  let running = 0;

  async function take(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (waiting.size >= maxWaiting) throw serviceUnavailable(createRefusal());
    // The one before hands its turn over, so that `running` stays.
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const giveUp = () => {
        waiting.delete(begin);
        reject(serviceUnavailable(createRefusal()));
      };
      const timer = patienceMs === undefined ? undefined : setTimeout(giveUp, patienceMs);
      waiting.add(begin);
    });
  }

  function giveBack(): void {
    const [next] = waiting;
    if (next === undefined) {
      running -= 1;
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
