import { setTimeout as sleep } from 'node:timers/promises';
import type { ManagedProcess, ProcessSpec } from '../../../dev/processes/managed-process.js';
import type { ProcessBook } from '../../../dev/processes/process-book.js';
import { waitFor } from '../../support/wait-for.js';
import type { Victim } from '../plan/plan-kills.js';

/** One time that a process was away. */
export interface Outage {
  readonly process: string;
  readonly fromMs: number;
  /** When it was started again, not when it was ready. */
  readonly toMs: number;
  /** `ITSELF`: it ended because of another's outage, and was started again as Compose would. */
  readonly cause: 'KILL' | 'ITSELF';
}

/** All processes of a platform, each of which can be killed and comes back by itself. */
export interface Fleet {
  /** What the platform starts its processes with. */
  readonly book: ProcessBook;
  readonly outages: readonly Outage[];
  /** From now on whatever ends is started again. */
  watch(elapsedMs: () => number): void;
  /**
   * Kills with SIGKILL; one that is away because of another is waited for. Resolves when the process has been
   * started again.
   */
  kill(victim: Victim, downMs: number): Promise<void>;
  /** The process that runs under the name now; null while it is away. */
  find(name: string): ManagedProcess | null;
  /** Ends all of it at once. */
  stop(): Promise<void>;
}

/** Pause of a process that ended by itself, as a supervisor makes it. */
const RESTART_PAUSE_MS = 1_000;

export function createFleet(
  book: ProcessBook,
  /** Called before a process is started again. */
  beforeStart: (name: string) => Promise<void>,
): Fleet {
  const current = new Map<string, ManagedProcess>();
  const downTimes = new Map<string, number>();
  const outages: Outage[] = [];
  const stop = new AbortController();
  let elapsedMs: (() => number) | null = null;

  const start = async (spec: ProcessSpec) => {
    const process = await book.start(spec);
    current.set(spec.name, process);
    // It was being started when everything was stopped.
    if (stop.signal.aborted) process.signal('SIGKILL');
    process.exited.then(() => bringBack(spec)).catch(passOverStop);
    return process;
  };

  async function bringBack(spec: ProcessSpec): Promise<void> {
    const { name } = spec;
    if (elapsedMs === null || stop.signal.aborted) return;
    const fromMs = elapsedMs();
    const downMs = downTimes.get(name);
    downTimes.delete(name);
    await sleep(downMs ?? RESTART_PAUSE_MS, undefined, { signal: stop.signal });
    await beforeStart(name);
    await start(spec);
    const cause = downMs === undefined ? 'ITSELF' : 'KILL';
    outages.push({ process: name, fromMs, toMs: elapsedMs(), cause });
  }

  /** Whoever stops the fleet waits for nothing that was to be started again. */
  const passOverStop = (error: unknown) => {
    if (!stop.signal.aborted) throw error;
  };

  const find = (name: string) => {
    const process = current.get(name);
    return process?.isRunning() === true ? process : null;
  };

  return {
    book: { ...book, start },
    outages,
    find,
    watch(clock) {
      elapsedMs = clock;
    },
    async kill(victim, downMs) {
      const process = await waitFor(`${victim} to run`, () => Promise.resolve(find(victim)));
      downTimes.set(victim, downMs);
      process.signal('SIGKILL');
      await waitFor(`${victim} to be started again`, () =>
        Promise.resolve(current.get(victim) !== process),
      );
    },
    async stop() {
      stop.abort();
      const running = book.running();
      book.killAll();
      await Promise.all(running.map(({ exited }) => exited));
    },
  };
}
