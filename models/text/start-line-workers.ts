import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { LinePicture } from './line-picture.js';
import type { LineReading } from './line-reading.js';
import type { LineTask, LineWorkerData, RecogniserName } from './line-task.js';

export type LineWorkers = Piscina<LineTask, LineReading[]>;

/** One picture's lines do not gain from more, and each worker holds both networks: some 120 MB. */
const MAX_WORKERS = 4;

/**
 * Worker threads, one a core, each of which has read a line with every network. Idle ones do not keep the
 * process alive.
 *
 * @param onFailure told when a worker fails that has nothing to do; without it that is an uncaught exception.
 *   One that fails at its work fails that work
 * @throws Error when a worker cannot start or read
 */
export async function startLineWorkers(
  workerData: LineWorkerData,
  onFailure?: (error: Error) => void,
): Promise<LineWorkers> {
  const count = Math.min(availableParallelism(), MAX_WORKERS);
  const workers: LineWorkers = new Piscina({
    filename: fileURLToPath(new URL('start-line-worker.js', import.meta.url)),
    name: 'readLines',
    minThreads: count,
    maxThreads: count,
    workerData,
  });
  // A worker that fails while it starts fails its first line; the one that takes its place has none to fail.
  workers.on('error', ignore);
  try {
    for (const recogniser of namesOf(workerData)) await readOneLineEach(workers, count, recogniser);
  } catch (error) {
    await workers.destroy();
    const problem = error instanceof Error ? error.message : 'unknown error';
    throw new Error(`the threads that read lines cannot start: ${problem}`, { cause: error });
  }
  if (onFailure !== undefined) workers.on('error', onFailure);
  workers.off('error', ignore);
  return workers;
}

function ignore(): void {
  // The failure of the line says it.
}

function namesOf({ own, general }: LineWorkerData): RecogniserName[] {
  return [
    ...(own === null ? [] : ['own' as const]),
    ...(general === null ? [] : ['general' as const]),
  ];
}

const BLANK: LinePicture = {
  width: 96,
  height: 32,
  data: new Uint8Array(96 * 32 * 3).fill(255),
  grey: { width: 96, height: 32, levels: new Uint8Array(96 * 32).fill(255) },
};
const BLANK_LINE = { centre: { x: 48, y: 16 }, width: 80, height: 24, angle: 0 };

/** As many lines at once as there are workers: each takes one. */
async function readOneLineEach(
  workers: LineWorkers,
  count: number,
  recogniser: RecogniserName,
): Promise<void> {
  const task = { picture: BLANK, boxes: [BLANK_LINE], recogniser };
  await Promise.all(Array.from({ length: count }, async () => await workers.run(task)));
}
