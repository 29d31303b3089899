import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseMessage, type EngineAnswer, type EngineMessage } from './engine-answer.js';
import type { EngineFailure } from './judge-picture.js';

export interface EngineCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

export interface EngineProcess {
  readonly name: string;
  /**
   * Reads one picture. An error, a crash and a silence are answers too; after a crash or a silence
   * the next call starts the engine anew.
   */
  read(path: string): Promise<EngineAnswer | EngineFailure>;
  stop(): void;
}

/** Loading networks for the first time. */
const START_TIMEOUT_MS = 180_000;
/** Forty times what the slowest engine was seen to need for a picture. */
const READ_TIMEOUT_MS = 120_000;
/** Every engine gets two threads, whatever library it counts them with. */
const TWO_THREADS = {
  OMP_NUM_THREADS: '2',
  OPENBLAS_NUM_THREADS: '2',
  MKL_NUM_THREADS: '2',
  VIPS_CONCURRENCY: '2',
};
/** Characters of an engine's last words that are shown. */
const KEPT_ERROR = 1000;

interface Running {
  readonly child: ChildProcess;
  /** Receives each message, and `null` when the process is gone. */
  onMessage: (message: EngineMessage | null) => void;
  errors: string;
}

/**
 * An engine as one long-lived process of its own, so that its memory is its own and its crash is
 * only its own.
 */
export function createEngineProcess(
  { name, command, args }: EngineCommand,
  readTimeoutMs = READ_TIMEOUT_MS,
): EngineProcess {
  let running: Running | null = null;
  let lastId = 0;

  async function start(): Promise<Running> {
    const own = launch(command, args);
    const message = await nextMessage(own, START_TIMEOUT_MS, () => true);
    if (message !== null && message !== 'late' && 'ready' in message) return own;
    own.child.kill('SIGKILL');
    throw new Error(`${name} did not start: ${own.errors.trim() || 'no reason given'}`);
  }

  return {
    name,
    async read(path) {
      running ??= await start();
      const own = running;
      const id = (lastId += 1);
      const startedAt = performance.now();
      own.child.stdin?.write(`${JSON.stringify({ id, path })}\n`);
      const message = await nextMessage(
        own,
        readTimeoutMs,
        (seen) => 'id' in seen && seen.id === id,
      );
      const ms = performance.now() - startedAt;
      if (message !== null && message !== 'late' && 'id' in message) {
        return 'error' in message ? { failure: message.error, ms } : message;
      }
      own.child.kill('SIGKILL');
      running = null;
      const failure = message === 'late' ? 'no answer in time' : `crashed: ${own.errors.trim()}`;
      return { failure, ms };
    },
    stop() {
      running?.child.kill();
      running = null;
    },
  };
}

function launch(command: string, args: readonly string[]): Running {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...TWO_THREADS },
  });
  const own: Running = { child, onMessage: () => undefined, errors: '' };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = parseMessage(line);
    if (message !== null) own.onMessage(message);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    own.errors = (own.errors + chunk.toString()).slice(-KEPT_ERROR);
  });
  const end = (error?: Error) => {
    own.errors += error?.message ?? '';
    own.onMessage(null);
  };
  child.on('error', end);
  // A process that is gone cannot be written to; its end is told by `close`.
  child.stdin.on('error', () => undefined);
  child.on('close', () => {
    end();
  });
  return own;
}

async function nextMessage(
  own: Running,
  timeoutMs: number,
  isWanted: (message: EngineMessage) => boolean,
): Promise<EngineMessage | 'late' | null> {
  return await new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve('late');
    }, timeoutMs);
    own.onMessage = (message) => {
      if (message !== null && !isWanted(message)) return;
      clearTimeout(timer);
      resolve(message);
    };
    // It may have ended between two pictures.
    if (own.child.exitCode !== null || own.child.signalCode !== null) own.onMessage(null);
  });
}
