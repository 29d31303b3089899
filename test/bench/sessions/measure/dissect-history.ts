/** One event of a submission's history, in the words that this needs. */
export interface HistoryMoment {
  readonly id: number;
  readonly atMs: number;
  readonly kind:
    | 'CONFIRMED'
    | 'TASK_SCHEDULED'
    | 'TASK_STARTED'
    | 'TASK_COMPLETED'
    | 'ACTIVITY_SCHEDULED'
    | 'ACTIVITY_STARTED'
    | 'ACTIVITY_COMPLETED';
  /** Of the event that scheduled what started or completed. */
  readonly scheduledId: number | null;
  /** Type of the activity, where it is scheduled. */
  readonly activity: string | null;
}

/** How long an activity waited for a worker and how long it took. */
export interface ActivityTimes {
  /** Of the event in the history. */
  readonly scheduledId: number;
  readonly activity: string;
  readonly scheduledAt: number;
  readonly waitMs: number;
  readonly runMs: number;
  readonly completedAt: number;
  /** 1 for what waits for nothing but the confirm, one more for what waits for such an activity. */
  readonly hop: number;
}

/** The same of a step of the workflow itself, which decides what comes next. */
export interface TaskTimes {
  readonly waitMs: number;
  readonly runMs: number;
}

export interface DissectedHistory {
  /** When the workflow took the captures. */
  readonly takenAt: number;
  readonly activities: readonly ActivityTimes[];
  /** Between the confirm and the result. */
  readonly tasks: readonly TaskTimes[];
  /** Until the result is recorded. */
  readonly hops: number;
  readonly checksFrom: number;
  readonly checksTo: number;
  readonly recordedAt: number;
  readonly recordScheduledAt: number;
}

/** The activity that writes what the status then tells. */
const RESULT = 'recordOutcome';

/** From the confirm to the result; null of a history that has not both. */
export function dissectHistory(moments: readonly HistoryMoment[]): DissectedHistory | null {
  const confirmed = moments.find(({ kind }) => kind === 'CONFIRMED');
  if (confirmed === undefined) return null;
  const activities = listActivities(moments.filter(({ id }) => id > confirmed.id));
  const result = activities.find(({ activity }) => activity === RESULT);
  if (result === undefined) return null;
  const checks = activities.filter(({ hop }) => hop < result.hop);
  return {
    takenAt: confirmed.atMs,
    activities,
    tasks: listTasks(moments.filter(({ id }) => id > confirmed.id && id < result.scheduledId)),
    hops: result.hop,
    checksFrom: Math.min(...checks.map(({ scheduledAt }) => scheduledAt)),
    checksTo: Math.max(...checks.map(({ completedAt }) => completedAt)),
    recordScheduledAt: result.scheduledAt,
    recordedAt: result.completedAt,
  };
}

function listTasks(moments: readonly HistoryMoment[]): readonly TaskTimes[] {
  return moments.flatMap(({ id, atMs, kind }) => {
    if (kind !== 'TASK_SCHEDULED') return [];
    const times = findTimes(moments, id, 'TASK');
    return times === null ? [] : [{ waitMs: times.from - atMs, runMs: times.to - times.from }];
  });
}

function listActivities(moments: readonly HistoryMoment[]): readonly ActivityTimes[] {
  const known: ActivityTimes[] = [];
  for (const { id, atMs, kind, activity } of moments) {
    if (kind !== 'ACTIVITY_SCHEDULED' || activity === null) continue;
    const times = findTimes(moments, id, 'ACTIVITY');
    if (times === null) continue;
    const before = known.filter((earlier) => earlier.completedAt <= atMs).map(({ hop }) => hop);
    known.push({
      scheduledId: id,
      activity,
      scheduledAt: atMs,
      waitMs: times.from - atMs,
      runMs: times.to - times.from,
      completedAt: times.to,
      hop: Math.max(0, ...before) + 1,
    });
  }
  return known;
}

/** When it was begun, the last time, and when it was completed. */
function findTimes(
  moments: readonly HistoryMoment[],
  id: number,
  what: 'TASK' | 'ACTIVITY',
): { readonly from: number; readonly to: number } | null {
  const find = (kind: HistoryMoment['kind']) =>
    moments.find((moment) => moment.kind === kind && moment.scheduledId === id)?.atMs;
  const [from, to] = [find(`${what}_STARTED`), find(`${what}_COMPLETED`)];
  return from === undefined || to === undefined ? null : { from, to };
}
