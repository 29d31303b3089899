import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What `count-inference.cjs` writes for each thread. */
const counted = z.object({
  runs: z.int(),
  ownNs: z.number(),
  /** Threads of the runtime itself. */
  helpers: z.array(z.string()),
});

const NANOSECONDS = 1e9;

/** Seconds of processor time that the networks have taken in all vision workers so far. */
export async function readInferenceSeconds(folder: string): Promise<number> {
  const threads = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const text = (await readFile(join(folder, name), 'utf8')).trim();
      // Made, and nothing written yet.
      if (text === '') return { ownNs: 0, helpers: [] };
      const { ownNs, helpers } = counted.parse(JSON.parse(text));
      const pid = name.split('-')[0] ?? '';
      return { ownNs, helpers: helpers.map((thread) => `/proc/${pid}/task/${thread}/schedstat`) };
    }),
  );
  // Two threads that load a network at once both see the new threads of either.
  const helpers = [...new Set(threads.flatMap((thread) => thread.helpers))];
  const times = [...threads.map(({ ownNs }) => ownNs), ...(await Promise.all(helpers.map(readNs)))];
  return times.reduce((sum, ns) => sum + ns, 0) / NANOSECONDS;
}

/** 0 of a thread that has gone with its process. */
async function readNs(path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch(() => '0');
  return Number(text.split(' ')[0]);
}
