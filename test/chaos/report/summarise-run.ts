import { percentile } from '../../../models/bench/metrics/percentile.js';
import { isAccepted } from '../evidence/received-event.js';
import { VICTIMS } from '../plan/plan-kills.js';
import type { ChaosRun } from '../run-chaos.js';

/** The figures of a run, without a single id. */
export interface RunSummary {
  readonly seed: number;
  readonly sessions: number;
  /** By the models. */
  readonly judgedSessions: number;
  readonly durationSeconds: number;
  readonly ends: Readonly<Record<string, number>>;
  readonly processes: readonly ProcessSummary[];
  readonly callbacks: {
    readonly tries: number;
    readonly accepted: number;
    /** Events that the partner took more than once. */
    readonly repeated: number;
    readonly answers: Readonly<Record<string, number>>;
  };
  /** Of those, from the last confirm to the end as the client saw it. */
  readonly verdictSeconds: Waits;
  /** The same of sessions in the sandbox: what the platform takes without the models. */
  readonly sandboxSeconds: Waits;
  readonly claims: readonly { claim: string; count: number; problems: readonly string[] }[];
}

type Waits = Readonly<Record<'p50' | 'p95' | 'max', number | null>>;

interface ProcessSummary {
  readonly name: string;
  readonly kills: number;
  /** Times that it ended because of another and was started again. */
  readonly endsByItself: number;
  readonly longestAwaySeconds: number;
}

export function summariseRun(run: ChaosRun): RunSummary {
  const { options, sessions, events, claims, durationMs } = run;
  const judged = sessions.filter(isJudged);
  const accepted = events.filter(isAccepted);
  const acceptedIds = accepted.map(({ webhookId }) => webhookId);
  return {
    seed: options.seed,
    sessions: sessions.length,
    judgedSessions: judged.length,
    durationSeconds: Math.round(durationMs / 1000),
    ends: countBy(sessions.map(describeEnd)),
    processes: VICTIMS.map((name) => summariseProcess(run, name)),
    callbacks: {
      tries: events.length,
      accepted: accepted.length,
      repeated: acceptedIds.length - new Set(acceptedIds).size,
      answers: countBy(events.map(({ answered }) => answered)),
    },
    verdictSeconds: summariseWaits(judged),
    sandboxSeconds: summariseWaits(sessions.filter(isForced)),
    claims,
  };
}

function describeEnd({ planned, details, status, failure }: ChaosRun['sessions'][number]): string {
  if (failure !== null) return 'client gave up';
  const told = details ?? status;
  if (told === null) return `${planned.conduct} (nobody waited)`;
  return [told.status, told.result ?? '', told.reasonCode ?? ''].filter(Boolean).join(' ');
}

function summariseProcess({ outages }: ChaosRun, name: string): ProcessSummary {
  const own = outages.filter(({ process }) => process === name);
  const awayMs = own.map(({ fromMs, toMs }) => toMs - fromMs);
  return {
    name,
    kills: own.filter(({ cause }) => cause === 'KILL').length,
    endsByItself: own.filter(({ cause }) => cause === 'ITSELF').length,
    longestAwaySeconds: round(Math.max(0, ...awayMs) / 1000),
  };
}

function summariseWaits(sessions: ChaosRun['sessions']): Waits {
  const waits = sessions.flatMap(({ confirmedMs, endedMs }) =>
    confirmedMs === null || endedMs === null ? [] : [endedMs - confirmedMs],
  );
  const at = (share: number) =>
    waits.length === 0 ? null : round(percentile(waits, share) / 1000);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** What the models judged: the sandbox asks them nothing, and who left or was cancelled waited for no verdict. */
function isJudged({ planned }: ChaosRun['sessions'][number]): boolean {
  return planned.environment === 'PRODUCTION' && planned.conduct === 'FINISH';
}

function isForced({ planned }: ChaosRun['sessions'][number]): boolean {
  return planned.environment === 'SANDBOX' && planned.conduct === 'FINISH';
}

function countBy(values: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one));
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
