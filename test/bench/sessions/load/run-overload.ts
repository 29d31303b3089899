import { isPassingFailure } from '../../../../cli/session/partner-errors.js';
import type { FlowName } from '../../../../contract/flow.js';
import { createPatience } from '../../../support/ask-patiently.js';
import type { BenchStage } from '../stage/bench-stage.js';
import { countRefusals, type Refusals } from './count-refusals.js';
import { finishSession, openSession, type MeasuredSession } from './play-session.js';

/** More was asked than can be done. */
export interface OverloadRun {
  readonly offeredPerMinute: number;
  /** People who came. */
  readonly offered: number;
  /** Those who got a session; the others were told to come again. */
  readonly opened: number;
  readonly sessions: readonly MeasuredSession[];
  /** Sessions that were opened and had no end: failures of the platform. */
  readonly lost: readonly string[];
  readonly refusals: Refusals;
  /** Times of calls that cost little, while it lasted, in milliseconds. */
  readonly cheapCallsMs: readonly number[];
}

export interface OverloadPlan {
  readonly flow: FlowName;
  readonly perMinute: number;
  readonly lastsMs: number;
}

/** As a device asks. */
const POLL_MS = 1_000;
/** Longer than the platform takes for all that it accepts. */
const PATIENCE_MS = 10 * 60_000;
const PROBE_PAUSE_MS = 100;

/** People come at a fixed rate, whether or not those before them are done. */
export async function runOverload(stage: BenchStage, plan: OverloadPlan): Promise<OverloadRun> {
  const known = await endOneSession(stage, plan.flow);
  const stopCounting = countRefusals();
  const sessions: MeasuredSession[] = [];
  const lost: string[] = [];
  let opened = 0;

  const come = async (person: number) => {
    const session = await openSession(stage.client, plan.flow).catch((error: unknown) => {
      if (isPassingFailure(error)) return null;
      throw error;
    });
    if (session === null) return;
    opened += 1;
    const play = { client: stage.client, ask: createPatience(PATIENCE_MS), pollMs: POLL_MS };
    try {
      sessions.push(await finishSession(play, session, stage.picturesOf(person)));
    } catch (error) {
      lost.push(error instanceof Error ? error.message : 'unknown');
    }
  };

  let isOver = false;
  const probing = probe(stage, known, () => isOver);
  const gapMs = 60_000 / plan.perMinute;
  const offered = Math.ceil(plan.lastsMs / gapMs);
  const startedAt = performance.now();
  const people: Promise<void>[] = [];
  for (let person = 0; person < offered; person += 1) {
    await stage.pause(Math.max(0, startedAt + person * gapMs - performance.now()));
    people.push(come(person));
  }
  isOver = true;
  const cheapCallsMs = await probing;
  await Promise.all(people);
  await stage.awaitCallbacks(sessions);
  return {
    offeredPerMinute: plan.perMinute,
    offered,
    opened,
    sessions,
    lost,
    refusals: stopCounting(),
    cheapCallsMs,
  };
}

type ReadStatus = () => Promise<unknown>;

/** What a cheap call is about: an ended session's status, read from the projection. */
async function endOneSession(
  { client, picturesOf }: BenchStage,
  flow: FlowName,
): Promise<ReadStatus> {
  const ask = createPatience(PATIENCE_MS);
  const opened = await openSession(client, flow);
  const play = { client, ask, pollMs: POLL_MS };
  const { submissionId } = await finishSession(play, opened, picturesOf(0));
  return () => client.readStatus(opened.device, submissionId);
}

async function probe(
  { pause }: BenchStage,
  readStatus: ReadStatus,
  isOver: () => boolean,
): Promise<readonly number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const from = performance.now();
    await readStatus();
    times.push(performance.now() - from);
    await pause(PROBE_PAUSE_MS);
  }
  return times;
}
