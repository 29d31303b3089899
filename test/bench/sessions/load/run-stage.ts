import type { FlowName } from '../../../../contract/flow.js';
import { createPatience } from '../../../support/ask-patiently.js';
import { readProcessors, subtractReadings, type ProcessorUse } from '../measure/processor-time.js';
import type { PersonPictures } from '../stage/prepare-pictures.js';
import type { BenchStage } from '../stage/bench-stage.js';
import { finishSession, openSession, type MeasuredSession } from './play-session.js';

/** What so many people at once came to. */
export interface StageRun {
  readonly flow: FlowName;
  readonly people: number;
  readonly visionWorkers: number;
  /** Those that were told their result within the measured time. */
  readonly sessions: readonly MeasuredSession[];
  readonly sessionsPerMinute: number;
  readonly processors: ProcessorUse;
}

export interface StagePlan {
  readonly flow: FlowName;
  readonly people: number;
  readonly visionWorkers: number;
  readonly stageMs: number;
}

/** Sessions are under way in every phase when measuring begins. */
const LEAD_MS = 8_000;
/** As often as the status tells a device to ask. */
const POLL_MS = 1_000;
const PATIENCE_MS = 120_000;

/** People who go through one session after the other, as fast as they are told results. */
export async function runStage(stage: BenchStage, plan: StagePlan): Promise<StageRun> {
  const { flow, people, visionWorkers, stageMs } = plan;
  const sessions: MeasuredSession[] = [];
  let isOver = false;
  const goOn = async (pictures: PersonPictures) => {
    while (!isOver) sessions.push(await playOnce(stage, flow, pictures));
  };
  const underWay = Promise.all(
    Array.from({ length: people }, (_, person) => goOn(stage.picturesOf(person))),
  );
  // Whoever fails ends the stage, and not only himself.
  await Promise.race([underWay, stage.pause(LEAD_MS)]);
  const before = await readProcessors(stage.platform);
  const from = performance.timeOrigin + performance.now();
  await Promise.race([underWay, stage.pause(stageMs)]);
  const after = await readProcessors(stage.platform);
  const to = performance.timeOrigin + performance.now();
  isOver = true;
  await underWay;
  const counted = sessions.filter(({ toldAt }) => toldAt >= from && toldAt < to);
  return {
    flow,
    people,
    visionWorkers,
    sessions: counted,
    sessionsPerMinute: (counted.length / (to - from)) * 60_000,
    processors: subtractReadings(before, after),
  };
}

async function playOnce(
  { client }: BenchStage,
  flow: FlowName,
  pictures: PersonPictures,
): Promise<MeasuredSession> {
  const ask = createPatience(PATIENCE_MS);
  const opened = await ask(() => openSession(client, flow));
  return finishSession({ client, ask, pollMs: POLL_MS }, opened, pictures);
}
