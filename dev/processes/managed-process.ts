import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { DRAIN_TIMEOUT_MS } from '../../api/drain-server.js';
import { signalGroup } from './signal-group.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: ProcessEnvironment;
  readonly cwd: string;
  /** Both output streams are appended here. */
  readonly logPath: string;
  /** What asks it to end in good order; SIGTERM unless said otherwise. */
  readonly stopSignal?: NodeJS.Signals;
  /** A Node process of ours, which says over IPC when it is ready: `{ready: true}`. */
  readonly hasIpc?: boolean;
}

export interface ManagedProcess {
  readonly name: string;
  readonly pid: number;
  readonly logPath: string;
  /** How it ended, in words. Never rejects. */
  readonly exited: Promise<string>;
  isRunning(): boolean;
  /** Whether it has said over IPC that it is ready. */
  readonly hasReportedReady: () => boolean;
  /** Asks it to end, and ends it with its whole group when it does not within the time. */
  stop(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
}

/** The API's drain, which is longer than what workers give an attempt at hand, and some seconds to let go of the servers. */
const STOP_TIMEOUT_MS = DRAIN_TIMEOUT_MS + 10_000;

/**
 * Starts a process in a group of its own: a Ctrl-C in the terminal reaches the supervisor alone,
 * which then stops the processes in its own order.
 */
export async function startProcess(spec: ProcessSpec): Promise<ManagedProcess> {
  const log = openSync(spec.logPath, 'a');
  const child = spawn(spec.command, [...spec.args], {
    cwd: spec.cwd,
    env: spec.environment,
    detached: true,
    stdio: spec.hasIpc === true ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
  });
  closeSync(log);
  await once(child, 'spawn');
  return superviseChild(child, spec);
}

function superviseChild(child: ChildProcess, spec: ProcessSpec): ManagedProcess {
  const pid = child.pid ?? 0;
  let isRunning = true;
  let isReady = false;
  child.on('message', (message) => {
    isReady ||= isReadyMessage(message);
  });
  const exited = new Promise<string>((resolve) => {
    child.on('exit', (code, signal) => {
      isRunning = false;
      signalGroup(pid, 'SIGKILL');
      resolve(signal === null ? `exit code ${String(code)}` : `signal ${signal}`);
    });
  });
  return {
    name: spec.name,
    pid,
    logPath: spec.logPath,
    exited,
    isRunning: () => isRunning,
    hasReportedReady: () => isReady,
    signal: (signal) => {
      if (isRunning) child.kill(signal);
    },
    async stop() {
      if (!isRunning) return;
      child.kill(spec.stopSignal ?? 'SIGTERM');
      const timer = setTimeout(() => {
        signalGroup(pid, 'SIGKILL');
      }, STOP_TIMEOUT_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

function isReadyMessage(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'ready' in message && message.ready === true
  );
}
