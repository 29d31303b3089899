import { keepAnswer } from '../contract/kept-answer.js';
import { serviceBusy } from './errors.js';

/** What is asked of the platform beyond what it judges in time. */
export interface Backlog {
  /** Whether so many attempts wait that nobody new should be sent to a camera. */
  isFull(): Promise<boolean>;
  /**
   * For a confirm: people who have taken their pictures are let in for longer than new ones.
   *
   * @throws ApiError 503 with Retry-After
   */
  refuseWhenOverfull(): Promise<void>;
}

export interface BacklogOptions {
  /** Attempts that were confirmed and are not judged. */
  readonly countInFlight: () => Promise<number>;
  /** From so many on it is full, from twice as many overfull. */
  readonly limit: number;
  readonly now: () => Date;
}

/** How long a count is good for: one query a second, however many ask. */
const COUNT_MS = 1_000;

export function createBacklog({ countInFlight, limit, now }: BacklogOptions): Backlog {
  const readCount = keepAnswer({
    ask: countInFlight,
    keptMs: COUNT_MS,
    now: () => now().getTime(),
  });

  return {
    isFull: async () => (await readCount()) >= limit,
    refuseWhenOverfull: async () => {
      if ((await readCount()) >= 2 * limit) throw serviceBusy();
    },
  };
}
