import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { decodeImage } from '../image/decode-image.js';
import { createKtpReader } from '../ktp/ktp-reader.js';
import { createWeightStore } from '../weights/weight-store.js';
import { loadPictures } from './ktp/load-pictures.js';
import { fitGrowth, type MemorySample } from './ktp/memory-growth.js';

/*
 * Memory of Kenali's reader over many readings, and what several at once cost:
 * npm run bench:ktp-memory -- --data DIR [--reads 1000] [--parallel 4]
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    reads: { type: 'string', default: '1000' },
    parallel: { type: 'string', default: '4' },
  },
});
const [reads, parallel] = [Number(options.reads), Number(options.parallel)];
if (options.data === undefined || !(reads >= 1) || !(parallel >= 1)) {
  console.error('Usage: --data DIR [--reads 1000] [--parallel 4]');
  process.exit(2);
}

/** Readings until networks, threads and allocator have the size they need. */
const WARM_UP_READS = 50;
/** Samples of the resident size over the whole run. */
const SAMPLES = 40;
/** Pictures of each side of the comparison of one reading with several at once. */
const COMPARED_READS = 40;

const { pictures } = await loadPictures(options.data);
const reader = await createKtpReader(createWeightStore());
await readMany(WARM_UP_READS, 1);
reportMemory(await sampleMemory());
const alone = await measureCost(1);
const together = await measureCost(parallel);
console.log(
  `\n${String(availableParallelism())} cores, ${String(COMPARED_READS)} readings each way:`,
);
console.log(`  one at a time: ${describeCost(alone)}`);
console.log(`  ${String(parallel)} at once: ${describeCost(together)}`);
console.log(
  `  at once a reading costs ${(together.cpuMs / alone.cpuMs).toFixed(2)} times the CPU time, ` +
    `and ${(alone.wallMs / together.wallMs).toFixed(2)} times as many are read in a second`,
);

/** Reads `count` pictures of the folder in turn, `atOnce` of them side by side. */
async function readMany(count: number, atOnce: number): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) {
      const picture = pictures[next % pictures.length];
      next += 1;
      if (picture !== undefined) await reader.read(await decodeImage(await readFile(picture.path)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function sampleMemory(): Promise<MemorySample[]> {
  const samples = [takeSample(0)];
  const step = Math.max(Math.floor(reads / SAMPLES), 1);
  for (let done = 0; done < reads; done += step) {
    const count = Math.min(step, reads - done);
    await readMany(count, 1);
    samples.push(takeSample(done + count));
  }
  return samples;
}

function takeSample(done: number): MemorySample {
  return { reads: done, rssMib: process.memoryUsage.rss() / 1024 ** 2 };
}

function reportMemory(samples: readonly MemorySample[]): void {
  const sizes = samples.map(({ rssMib }) => rssMib);
  const mib = (size: number | undefined) => `${(size ?? NaN).toFixed(0)} MiB`;
  const half = samples.slice(Math.floor(samples.length / 2));
  console.log(`Resident size over ${String(reads)} readings, after ${String(WARM_UP_READS)} more:`);
  console.log(
    `  first ${mib(sizes[0])}, last ${mib(sizes.at(-1))}, largest ${mib(Math.max(...sizes))}`,
  );
  console.log(
    `  growth per 1,000 readings ${mib(fitGrowth(samples))}, over the second half ${mib(fitGrowth(half))}`,
  );
}

async function measureCost(atOnce: number) {
  const [start, before] = [performance.now(), process.resourceUsage()];
  await readMany(COMPARED_READS, atOnce);
  const [wallMs, after] = [performance.now() - start, process.resourceUsage()];
  const cpuMicroseconds =
    after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime;
  const switches = after.involuntaryContextSwitches - before.involuntaryContextSwitches;
  return { wallMs, cpuMs: cpuMicroseconds / 1000, switches };
}

function describeCost({
  wallMs,
  cpuMs,
  switches,
}: Awaited<ReturnType<typeof measureCost>>): string {
  const perRead = (value: number) => (value / COMPARED_READS).toFixed(0);
  return (
    `${perRead(wallMs)} ms, ${perRead(cpuMs)} ms of CPU and ${perRead(switches)} forced ` +
    `switches a reading; ${(cpuMs / wallMs).toFixed(2)} cores busy`
  );
}
