import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const request = z.object({ id: z.number(), path: z.string(), isCard: z.boolean().default(false) });

/** What an engine does with a picture: the work that is timed, and how its result is told. */
export interface PictureEngine<T> {
  /**
   * From the encoded bytes to the engine's own result.
   *
   * @param picture `isCard`: somebody's portrait on a card is wanted
   */
  readonly read: (
    bytes: Uint8Array<ArrayBuffer>,
    picture: { readonly isCard: boolean },
  ) => Promise<T>;
  /** What stands in the answer, see the benchmark's own `engine-answer.ts`. */
  readonly toAnswer: (result: T) => object;
}

/**
 * The life of an engine that is written in TypeScript: answers each picture named on standard input
 * with one line. Reading the file and telling the result are not timed.
 */
export async function answerPictures<T>({ read, toAnswer }: PictureEngine<T>): Promise<void> {
  write({ ready: true });
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, path, isCard } = request.parse(JSON.parse(line));
    try {
      const bytes = Uint8Array.from(await readFile(path));
      const [start, cpu] = [performance.now(), process.cpuUsage()];
      const result = await read(bytes, { isCard });
      const ms = performance.now() - start;
      const { user, system } = process.cpuUsage(cpu);
      // libuv gives kibibytes on every system.
      const peakRssMib = process.resourceUsage().maxRSS / 1024;
      write({ id, ms, cpuMs: (user + system) / 1000, peakRssMib, ...toAnswer(result) });
    } catch (error) {
      write({ id, error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' });
    }
  }
  // Threads of an engine's own would outlive the one who asked.
  process.exit();
}

function write(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
