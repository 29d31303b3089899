import { setTimeout as sleep } from 'node:timers/promises';
import { readLogTail } from './log-tail.js';
import type { ManagedProcess } from './managed-process.js';

export interface WaitOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

const POLL_MS = 100;

/**
 * Waits until the check holds. An attempt that throws counts as not ready yet.
 *
 * @throws Error with the last log lines when the process ends first or the time is over
 */
export async function waitUntilReady(
  process: ManagedProcess,
  isReady: () => Promise<boolean> | boolean,
  { timeoutMs, signal }: WaitOptions,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds(isReady))) {
    signal.throwIfAborted();
    if (!process.isRunning()) {
      throw await describeFailure(process, `ended before it was ready (${await process.exited})`);
    }
    if (Date.now() > deadline) {
      throw await describeFailure(
        process,
        `was not ready within ${String(timeoutMs / 1000)} seconds`,
      );
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

/** An error that carries the last lines the process logged. */
export async function describeFailure(process: ManagedProcess, what: string): Promise<Error> {
  const tail = await readLogTail(process.logPath);
  return new Error(
    `${process.name} ${what}. Its log is ${process.logPath}${tail && `; the last lines:\n${tail}`}`,
  );
}

async function holds(isReady: () => Promise<boolean> | boolean): Promise<boolean> {
  try {
    return await isReady();
  } catch {
    return false;
  }
}
