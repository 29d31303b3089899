import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ManagedProcess, ProcessSpec } from '../../../../dev/processes/managed-process.js';
import type { ProcessBook } from '../../../../dev/processes/process-book.js';
import { waitUntilReady } from '../../../../dev/processes/wait-until-ready.js';
import { openOwnPlatform, type OwnPlatform } from '../../../support/open-own-platform.js';
import { createTestContext } from '../../../support/start-servers.js';

export interface BenchPlatform extends OwnPlatform {
  readonly running: () => readonly ManagedProcess[];
  /** Where the vision workers tell what their networks take. */
  readonly inferenceDir: string;
  /** Starts one more vision worker and waits until it polls. */
  addVisionWorker(): Promise<ManagedProcess>;
}

export interface BenchPlatformOptions {
  /** See `KENALI_MAX_ATTEMPTS_IN_FLIGHT`. */
  readonly maxInFlight: number;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

const VISION = 'worker-vision';
const HOOK = fileURLToPath(new URL('../measure/count-inference.cjs', import.meta.url));
const READY_MS = 120_000;

/** The platform as `npm start` runs it; only the vision workers count what their networks take. */
export async function openBenchPlatform(options: BenchPlatformOptions): Promise<BenchPlatform> {
  const { signal, report, maxInFlight } = options;
  const stateDir = await mkdtemp(join(tmpdir(), 'kenali-bench-'));
  const inferenceDir = join(stateDir, 'inference');
  const { environment, book, ...context } = createTestContext();
  let visionSpec: ProcessSpec | null = null;
  const counting: ProcessBook = {
    ...book,
    async start(spec) {
      if (spec.name !== VISION) return book.start(spec);
      // Not before: the platform wants its folder empty.
      await mkdir(inferenceDir);
      visionSpec = countInference(spec, inferenceDir);
      return book.start(visionSpec);
    },
  };
  const opened = await openOwnPlatform(
    stateDir,
    {
      ...context,
      signal,
      report,
      book: counting,
      environment: { ...environment, KENALI_MAX_ATTEMPTS_IN_FLIGHT: String(maxInFlight) },
    },
    () => book.stopAll(),
  );
  return {
    ...opened,
    running: () => book.running(),
    inferenceDir,
    async addVisionWorker() {
      if (visionSpec === null) throw new Error('There is no first vision worker.');
      const worker = await book.start({ ...visionSpec, name: `${VISION}-2` });
      await waitUntilReady(worker, () => worker.hasReportedReady(), {
        timeoutMs: READY_MS,
        signal,
      });
      return worker;
    },
  };
}

function countInference(spec: ProcessSpec, folder: string): ProcessSpec {
  return {
    ...spec,
    environment: {
      ...spec.environment,
      NODE_OPTIONS: `--require ${HOOK}`,
      KENALI_BENCH_INFERENCE_DIR: folder,
    },
  };
}
