import { join } from 'node:path';
import { answersHttp } from './processes/answers-http.js';
import type { ManagedProcess } from './processes/managed-process.js';
import type { DevContext } from './processes/process-book.js';
import { describeFailure, waitUntilReady } from './processes/wait-until-ready.js';
import type { ProcessEnvironment } from '../config/read-config.js';

/** One of our own processes. */
export interface ChildDefinition {
  readonly name: string;
  readonly entry: string;
  readonly environment: ProcessEnvironment;
  /** Answers 2xx when ready; a child without one says it over IPC. */
  readonly readyUrl: string | null;
}

/** Our own processes, once all of them are ready. */
export interface Children {
  /** @throws Error when there is no child of that name */
  find(name: string): ManagedProcess;
  /** Signals a child whose end is then no failure of the platform. */
  kill(name: string, signal: NodeJS.Signals): void;
  /** Ends the child if it runs, starts it anew and waits until it is ready. */
  restart(name: string): Promise<void>;
  /** Children whose end is expected at the moment. */
  isEndExpected(process: ManagedProcess): boolean;
}

/** Loading and checking 100 MB of weights on a slow disk is what takes longest. */
const READY_TIMEOUT_MS = 120_000;

/** Starts them in the given order and waits for all of them together. */
export async function startChildren(
  definitions: readonly ChildDefinition[],
  logsDir: string,
  context: DevContext,
): Promise<Children> {
  const current = new Map<string, ManagedProcess>();
  const ending = new Set<ManagedProcess>();
  const start = async (definition: ChildDefinition) => {
    const child = await launch(definition, logsDir, context);
    current.set(definition.name, child);
    return () => waitForChild(definition, child, context);
  };
  const find = (name: string) => {
    const child = current.get(name);
    if (child === undefined) throw new Error(`There is no process ${name}.`);
    return child;
  };
  const waits = [];
  for (const definition of definitions) waits.push(await start(definition));
  await Promise.all(waits.map((wait) => wait()));
  return {
    find,
    isEndExpected: (process) => ending.has(process),
    kill(name, signal) {
      ending.add(find(name));
      find(name).signal(signal);
    },
    async restart(name) {
      const definition = definitions.find((candidate) => candidate.name === name);
      const child = find(name);
      if (definition === undefined) return;
      ending.add(child);
      await child.stop();
      await (
        await start(definition)
      )();
    },
  };
}

function launch(
  { name, entry, environment }: ChildDefinition,
  logsDir: string,
  context: DevContext,
): Promise<ManagedProcess> {
  return context.book.start({
    name,
    command: process.execPath,
    args: ['--import', 'tsx', entry],
    environment: { ...context.environment, ...environment },
    cwd: context.root,
    logPath: join(logsDir, `${name}.log`),
    hasIpc: true,
  });
}

async function waitForChild(
  { name, readyUrl }: ChildDefinition,
  child: ManagedProcess,
  { signal, report }: DevContext,
): Promise<void> {
  const startedAt = Date.now();
  const isReady = () => (readyUrl === null ? child.hasReportedReady() : answersHttp(readyUrl));
  await waitUntilReady(child, isReady, { timeoutMs: READY_TIMEOUT_MS, signal });
  report(`${name}: ready (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
}

/** Resolves with the first failure: a process of the platform ended that should run. */
export function watchForFailure(
  processes: readonly ManagedProcess[],
  isEndExpected: (process: ManagedProcess) => boolean,
): Promise<Error> {
  return new Promise((resolve) => {
    for (const process of processes) {
      void process.exited.then(async (ending) => {
        if (isEndExpected(process)) return;
        resolve(await describeFailure(process, `ended by itself (${ending})`));
      });
    }
  });
}
