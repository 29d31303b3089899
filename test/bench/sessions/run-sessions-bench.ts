import { connectTemporal } from '../../../temporal/connect.js';
import { readKeyRing } from '../../../keys/key-ring.js';
import type { FlowName } from '../../../contract/flow.js';
import { untilStopped } from '../../../dev/stop-request.js';
import { startCallbackLog, type FirstCallback } from './load/callback-log.js';
import { isSaturated } from './load/is-saturated.js';
import type { MeasuredSession } from './load/play-session.js';
import { runOverload, type OverloadRun } from './load/run-overload.js';
import { runSingles } from './load/run-singles.js';
import { runStage, type StageRun } from './load/run-stage.js';
import { runWaiting, type WaitingRun } from './load/run-waiting.js';
import { readProcessors, subtractReadings, type ProcessorUse } from './measure/processor-time.js';
import { readHistories, type DissectedSession } from './measure/read-histories.js';
import type { SessionsArguments } from './sessions-arguments.js';
import { setStage, type BenchStage } from './stage/bench-stage.js';
import { openBenchPlatform } from './stage/open-bench-platform.js';
import { preparePictures } from './stage/prepare-pictures.js';

export interface SessionsBench {
  readonly options: SessionsArguments;
  /** Of each second, with nothing to do. */
  readonly idle: ProcessorUse;
  /** One at a time. */
  readonly singles: readonly SinglesOfFlow[];
  readonly stages: readonly (StageRun & { readonly histories: readonly DissectedSession[] })[];
  readonly overload: OverloadRun;
  readonly waiting: WaitingRun | null;
  readonly callbacks: ReadonlyMap<string, FirstCallback>;
}

export interface SinglesOfFlow {
  readonly flow: FlowName;
  readonly visionWorkers: number;
  readonly histories: readonly DissectedSession[];
}

export interface BenchContext {
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

const PEOPLE = 4;
/** Long enough for what goes on after a start, and again to be measured. */
const IDLE_MS = 5_000;
/** Of the rate at saturation. */
const OVERLOAD = 2;
/** Histories that are read of a stage: all of a long one would take longer than the stage. */
const READ_HISTORIES = 40;

export async function runSessionsBench(
  options: SessionsArguments,
  { signal, report }: BenchContext,
): Promise<SessionsBench> {
  const pictures = await preparePictures(PEOPLE, options.hasBurst);
  const { maxInFlight } = options;
  const platform = await openBenchPlatform({ maxInFlight, signal, report });
  try {
    const callbacks = await startCallbackLog();
    try {
      const { temporalAddress, paths } = platform.platform.settings;
      const keyRing = await readKeyRing(paths.sealingKeys);
      const temporal = await connectTemporal({
        address: temporalAddress,
        namespace: 'default',
        keyRing,
      });
      try {
        const stage = await setStage({ platform, temporal, callbacks, pictures, signal });
        return await untilStopped(signal, () => perform(options, stage, report));
      } finally {
        await temporal.connection.close();
      }
    } finally {
      await callbacks.close();
    }
  } finally {
    await platform.close();
  }
}

async function perform(
  options: SessionsArguments,
  stage: BenchStage,
  report: BenchContext['report'],
): Promise<SessionsBench> {
  const [mainFlow] = options.flows;
  if (mainFlow === undefined) throw new Error('No flow is given.');
  const singles: SinglesOfFlow[] = [];
  const measureSingles = async (flow: FlowName, visionWorkers: number) => {
    report(`${flow}: ${String(options.singles)} sessions, one at a time`);
    const sessions = await runSingles(stage, flow, options.singles);
    const histories = await readHistories(stage.temporal, sessions);
    singles.push({ flow, visionWorkers, histories });
  };
  const idle = await measureIdle(stage);
  for (const flow of options.flows) await measureSingles(flow, 1);
  const stages: StageRun[] = [];
  for (const flow of options.flows) {
    stages.push(...(await runToSaturation(options, stage, { flow, visionWorkers: 1, report })));
  }
  const best = bestOf(stages, mainFlow);
  report('Beyond saturation');
  const overload = await runOverload(stage, {
    flow: mainFlow,
    perMinute: best * OVERLOAD,
    lastsMs: options.stageMs,
  });
  const added = [];
  while (added.length + 1 < Math.max(...options.visionWorkers)) {
    added.push(await stage.platform.addVisionWorker());
    const visionWorkers = added.length + 1;
    if (!options.visionWorkers.includes(visionWorkers)) continue;
    await measureSingles(mainFlow, visionWorkers);
    const more = { flow: mainFlow, visionWorkers, report };
    stages.push(...(await runToSaturation(options, stage, more)));
  }
  await Promise.all(added.map((worker) => worker.stop()));
  const waiting =
    options.waiting === 0 ? null : await runWaiting(stage, { ...options, flow: mainFlow, report });
  const withHistories = [];
  for (const run of stages) {
    const histories = await readHistories(stage.temporal, run.sessions.slice(-READ_HISTORIES));
    withHistories.push({ ...run, histories });
  }
  await stage.awaitCallbacks(everySession({ singles, stages, overload, waiting }));
  const callbacks = stage.callbacks.read();
  return { options, idle, singles, stages: withHistories, overload, waiting, callbacks };
}

/** What pollers and timers take when there is no session. */
async function measureIdle(stage: BenchStage): Promise<ProcessorUse> {
  await stage.pause(IDLE_MS);
  const before = await readProcessors(stage.platform);
  await stage.pause(IDLE_MS);
  return subtractReadings(before, await readProcessors(stage.platform));
}

interface StagesPlan {
  readonly flow: FlowName;
  readonly visionWorkers: number;
  readonly report: BenchContext['report'];
}

/** Ends with the first stage that brings no more. */
async function runToSaturation(
  { stages, stageMs }: SessionsArguments,
  stage: BenchStage,
  { flow, visionWorkers, report }: StagesPlan,
): Promise<readonly StageRun[]> {
  const runs: StageRun[] = [];
  for (const people of stages) {
    report(`${flow}: ${String(people)} at once, vision workers: ${String(visionWorkers)}`);
    const run = await runStage(stage, { flow, people, visionWorkers, stageMs });
    await stage.awaitCallbacks(run.sessions);
    runs.push(run);
    if (isSaturated(runs.map(({ sessionsPerMinute }) => sessionsPerMinute))) break;
  }
  return runs;
}

function bestOf(stages: readonly StageRun[], flow: FlowName): number {
  const rates = stages.filter((run) => run.flow === flow).map((run) => run.sessionsPerMinute);
  return Math.max(...rates);
}

function everySession({
  singles,
  stages,
  overload,
  waiting,
}: {
  readonly singles: readonly SinglesOfFlow[];
  readonly stages: readonly StageRun[];
  readonly overload: OverloadRun;
  readonly waiting: WaitingRun | null;
}): readonly MeasuredSession[] {
  return [
    ...singles.flatMap(({ histories }) => histories.map(({ session }) => session)),
    ...stages.flatMap(({ sessions }) => sessions),
    ...overload.sessions,
    ...(waiting?.singles ?? []),
  ];
}
