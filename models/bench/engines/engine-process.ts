import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export interface EngineCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** A crash, an error or no answer in time. */
export interface EngineFailure {
  readonly failure: string;
  readonly ms: number;
}

export interface EngineProcess<Answer> {
  readonly name: string;
  /**
   * Reads one picture. An error, a crash and a silence are answers too; after a crash or a silence
   * the next call starts the engine anew.
   *
   * @param details what else the engine is told of the picture
   */
  read(path: string, details?: object): Promise<Answer | EngineFailure>;
  stop(): void;
}

const notice = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ id: z.number(), error: z.string() }),
]);
type Message<Answer> = z.infer<typeof notice> | Answer;

/** What its own time and memory are, as every engine tells with its answer. */
export const engineCost = {
  id: z.number(),
  /** From the encoded bytes in memory to the answer. */
  ms: z.number(),
  cpuMs: z.number(),
  peakRssMib: z.number(),
};

export interface EngineOptions<Answer> {
  readonly answer: z.ZodType<Answer>;
  readonly readTimeoutMs?: number;
}

/** Loading networks for the first time. */
const START_TIMEOUT_MS = 180_000;
/** Forty times what the slowest engine was seen to need for a picture. */
const READ_TIMEOUT_MS = 120_000;
/**
 * Every engine gets two threads, whatever library it counts them with; Kenali's line readers go by the cores, see
 * `startLineWorkers`.
 */
const TWO_THREADS = {
  OMP_NUM_THREADS: '2',
  OPENBLAS_NUM_THREADS: '2',
  MKL_NUM_THREADS: '2',
  VIPS_CONCURRENCY: '2',
};
/** Characters of an engine's last words that are shown. */
const KEPT_ERROR = 1000;

interface Running<Answer> {
  readonly child: ChildProcess;
  /** Receives each message, and `null` when the process is gone. */
  onMessage: (message: Message<Answer> | null) => void;
  errors: string;
}

/**
 * An engine as one long-lived process of its own, so that its memory is its own and its crash is
 * only its own.
 */
export function createEngineProcess<Answer extends { readonly id: number }>(
  { name, command, args }: EngineCommand,
  { answer, readTimeoutMs = READ_TIMEOUT_MS }: EngineOptions<Answer>,
): EngineProcess<Answer> {
  let running: Running<Answer> | null = null;
  let lastId = 0;

  async function start(): Promise<Running<Answer>> {
    const own = launch(command, args, answer);
    const message = await nextMessage(own, START_TIMEOUT_MS, () => true);
    if (message !== null && message !== 'late' && 'ready' in message) return own;
    own.child.kill('SIGKILL');
    throw new Error(`${name} did not start: ${own.errors.trim() || 'no reason given'}`);
  }

  return {
    name,
    async read(path, details = {}) {
      running ??= await start();
      const own = running;
      const id = (lastId += 1);
      const startedAt = performance.now();
      own.child.stdin?.write(`${JSON.stringify({ id, path, ...details })}\n`);
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

function launch<Answer>(
  command: string,
  args: readonly string[],
  answer: z.ZodType<Answer>,
): Running<Answer> {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...TWO_THREADS },
  });
  const own: Running<Answer> = { child, onMessage: () => undefined, errors: '' };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = parseMessage(line, answer);
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

/** The message in a line of output; `null` for what an engine's library prints beside it. */
function parseMessage<Answer>(line: string, answer: z.ZodType<Answer>): Message<Answer> | null {
  try {
    const message: unknown = JSON.parse(line);
    return notice.safeParse(message).data ?? answer.safeParse(message).data ?? null;
  } catch {
    return null;
  }
}

async function nextMessage<Answer>(
  own: Running<Answer>,
  timeoutMs: number,
  isWanted: (message: Message<Answer>) => boolean,
): Promise<Message<Answer> | 'late' | null> {
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
