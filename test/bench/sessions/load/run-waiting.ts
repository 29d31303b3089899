import type { FlowName } from '../../../../contract/flow.js';
import { createPatience } from '../../../support/ask-patiently.js';
import { readMemory, type MemoryReading } from '../measure/memory.js';
import type { BenchStage } from '../stage/bench-stage.js';
import { openSession, type MeasuredSession } from './play-session.js';
import { runSingles } from './run-singles.js';

/** What sessions cost that wait for a person. */
export interface WaitingRun {
  readonly waiting: number;
  /** How long it took to open all of them. */
  readonly openingSeconds: number;
  readonly before: MemoryReading;
  readonly after: MemoryReading;
  /** One at a time, with the others waiting. */
  readonly singles: readonly MeasuredSession[];
}

export interface WaitingPlan {
  readonly flow: FlowName;
  readonly waiting: number;
  readonly singles: number;
  readonly report: (line: string) => void;
}

const AT_ONCE = 8;
const REPORT_EVERY = 1_000;
/** For caches to be trimmed and garbage to be collected as far as it is by itself. */
const SETTLE_MS = 10_000;
const PATIENCE_MS = 60_000;

export async function runWaiting(stage: BenchStage, plan: WaitingPlan): Promise<WaitingRun> {
  const { flow, waiting, singles, report } = plan;
  await stage.pause(SETTLE_MS);
  const before = await readMemory(stage.platform);
  const startedAt = performance.now();
  let begun = 0;
  const open = async () => {
    while (begun < waiting) {
      begun += 1;
      if (begun % REPORT_EVERY === 0) report(`${String(begun)} sessions wait`);
      const ask = createPatience(PATIENCE_MS);
      await ask(() => openSession(stage.client, flow));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, open));
  const openingSeconds = (performance.now() - startedAt) / 1000;
  await stage.pause(SETTLE_MS);
  const after = await readMemory(stage.platform);
  return {
    waiting,
    openingSeconds,
    before,
    after,
    singles: await runSingles(stage, flow, singles),
  };
}
