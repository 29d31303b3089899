import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { signalGroup } from './signal-group.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

export interface CommandSpec {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: ProcessEnvironment;
  readonly signal: AbortSignal;
  /** Every line of either output stream. */
  readonly onLine?: (line: string) => void;
  /** The process group that the command and all it starts run in. */
  readonly onStarted?: (groupId: number) => void;
}

/** A command that ended with a failure; the message carries its last lines. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const TAIL_LINES = 15;
const KILL_AFTER_MS = 3_000;

/**
 * Runs a command to its end, in a process group of its own so that an abort ends what it started,
 * too.
 *
 * @throws CommandError when it fails or cannot be started; the signal's reason when aborted
 */
export async function runCommand(spec: CommandSpec): Promise<void> {
  spec.signal.throwIfAborted();
  const child = spawn(spec.command, [...spec.args], {
    cwd: spec.cwd,
    env: spec.environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      tail.push(line);
      if (tail.length > TAIL_LINES) tail.shift();
      spec.onLine?.(line);
    });
  }
  const groupId = child.pid ?? 0;
  spec.onStarted?.(groupId);
  const end = () => {
    // Go and npm clean up after SIGINT.
    signalGroup(groupId, 'SIGINT');
    setTimeout(() => {
      signalGroup(groupId, 'SIGKILL');
    }, KILL_AFTER_MS).unref();
  };
  spec.signal.addEventListener('abort', end, { once: true });
  try {
    const ending = await new Promise<string>((resolve) => {
      child.on('error', (error) => {
        resolve(`cannot be started (${error.message})`);
      });
      child.on('close', (code, signal) => {
        resolve(code === 0 ? '' : `failed (${signal ?? `exit code ${String(code)}`})`);
      });
    });
    spec.signal.throwIfAborted();
    if (ending !== '') {
      throw new CommandError([`${spec.command} ${ending}.`, ...tail].join('\n    '));
    }
  } finally {
    spec.signal.removeEventListener('abort', end);
  }
}
