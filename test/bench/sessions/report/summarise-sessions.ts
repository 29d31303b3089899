import type { FirstCallback } from '../load/callback-log.js';
import type { MeasuredSession } from '../load/play-session.js';
import type { WaitingRun } from '../load/run-waiting.js';
import type { OverloadRun } from '../load/run-overload.js';
import type { StageRun } from '../load/run-stage.js';
import type { ProcessorUse } from '../measure/processor-time.js';
import type { DissectedSession } from '../measure/read-histories.js';
import type { SessionsBench } from '../run-sessions-bench.js';
import { spreadOf, type Spread } from './spread.js';
import { summariseParts, type Parts } from './summarise-parts.js';

export interface LatencySummary {
  /** From the confirm as it was sent to the status that tells the result. */
  readonly resultMs: Spread;
  /** From the same to the partner's first callback. */
  readonly callbackMs: Spread;
  /** Told by the callback, such as `COMPLETED VALID`. */
  readonly ended: Readonly<Record<string, number>>;
}

export interface StageSummary extends LatencySummary {
  readonly flow: string;
  readonly people: number;
  readonly visionWorkers: number;
  readonly sessionsPerMinute: number;
  readonly processors: ProcessorUse;
  readonly parts: Parts;
}

export interface MemorySummary {
  readonly process: string;
  readonly rssMib: readonly [before: number, after: number];
  readonly pssMib: readonly [before: number, after: number];
  /** Of a waiting session. */
  readonly pssKib: number;
}

export interface SinglesSummary extends LatencySummary {
  readonly flow: string;
  readonly visionWorkers: number;
  readonly parts: Parts;
}

/** The figures of a run, without a single id. */
export interface SessionsSummary {
  readonly options: SessionsBench['options'];
  readonly idle: ProcessorUse;
  readonly singles: readonly SinglesSummary[];
  readonly stages: readonly StageSummary[];
  readonly overload: {
    readonly offeredPerMinute: number;
    readonly offered: number;
    readonly opened: number;
    readonly completed: number;
    readonly lost: readonly string[];
    readonly refusals: OverloadRun['refusals'];
    readonly cheapCallsMs: Spread;
    readonly resultMs: Spread;
  };
  readonly waiting: {
    readonly sessions: number;
    readonly openingSeconds: number;
    readonly memory: readonly MemorySummary[];
    readonly resultMs: Spread;
  } | null;
}

export function summariseSessions(bench: SessionsBench): SessionsSummary {
  const { options, idle, singles, stages, overload, waiting, callbacks } = bench;
  return {
    options,
    idle,
    singles: singles.map(({ flow, visionWorkers, histories }) => ({
      flow,
      visionWorkers,
      ...summariseLatency(sessionsOf(histories), callbacks),
      parts: summariseParts(histories),
    })),
    stages: stages.map((run) => summariseStage(run, callbacks)),
    overload: {
      offeredPerMinute: Math.round(overload.offeredPerMinute),
      offered: overload.offered,
      opened: overload.opened,
      completed: overload.sessions.filter(({ ended }) => ended === 'COMPLETED').length,
      lost: overload.lost,
      refusals: overload.refusals,
      cheapCallsMs: spreadOf(overload.cheapCallsMs),
      resultMs: spreadOf(overload.sessions.map(resultMsOf)),
    },
    waiting: waiting && {
      sessions: waiting.waiting,
      openingSeconds: Math.round(waiting.openingSeconds),
      memory: summariseMemory(waiting),
      resultMs: spreadOf(waiting.singles.map(resultMsOf)),
    },
  };
}

type Callbacks = ReadonlyMap<string, FirstCallback>;

function summariseStage(
  run: StageRun & { readonly histories: readonly DissectedSession[] },
  callbacks: Callbacks,
): StageSummary {
  const { flow, people, visionWorkers, sessions, sessionsPerMinute, processors, histories } = run;
  return {
    flow,
    people,
    visionWorkers,
    sessionsPerMinute: Math.round(sessionsPerMinute * 10) / 10,
    ...summariseLatency(sessions, callbacks),
    processors,
    parts: summariseParts(histories),
  };
}

function summariseLatency(
  sessions: readonly MeasuredSession[],
  callbacks: Callbacks,
): LatencySummary {
  const ended: Record<string, number> = {};
  for (const session of sessions) {
    const how = callbacks.get(session.submissionId)?.told ?? session.ended;
    ended[how] = (ended[how] ?? 0) + 1;
  }
  return {
    resultMs: spreadOf(sessions.map(resultMsOf)),
    callbackMs: spreadOf(
      sessions.flatMap(({ submissionId, confirmedAt }) => {
        const callback = callbacks.get(submissionId);
        return callback === undefined ? [] : [callback.arrivedAt - confirmedAt];
      }),
    ),
    ended,
  };
}

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE ** 2;

function summariseMemory({ before, after, waiting }: WaitingRun): readonly MemorySummary[] {
  return Object.entries(after).map(([process, { rssBytes, pssBytes }]) => {
    const earlier = before[process] ?? { rssBytes: 0, pssBytes: 0 };
    const inMib = (bytes: number) => Math.round(bytes / MEBIBYTE);
    return {
      process,
      rssMib: [inMib(earlier.rssBytes), inMib(rssBytes)],
      pssMib: [inMib(earlier.pssBytes), inMib(pssBytes)],
      pssKib: Math.round(((pssBytes - earlier.pssBytes) / KIBIBYTE / waiting) * 10) / 10,
    };
  });
}

function sessionsOf(histories: readonly DissectedSession[]): readonly MeasuredSession[] {
  return histories.map(({ session }) => session);
}

function resultMsOf({ confirmedAt, toldAt }: MeasuredSession): number {
  return toldAt - confirmedAt;
}
