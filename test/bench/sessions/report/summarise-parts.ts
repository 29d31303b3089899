import type { DissectedSession } from '../measure/read-histories.js';
import { spreadOf, type Spread } from './spread.js';

/** What the time from the confirm to the result is made of. The parts of a session add up to it. */
export interface Parts {
  /** Activities one behind the other until the result is recorded. */
  readonly hops: number;
  /** Until the workflow has the captures: the API reads the uploads, seals and keeps them. */
  readonly taken: Spread;
  /** Until the checks are handed out. */
  readonly handedOut: Spread;
  /** From then until the last of them has its verdict. */
  readonly checks: Spread;
  /** Until the workflow has decided. */
  readonly decided: Spread;
  /** Until the result is in the database. */
  readonly recorded: Spread;
  /** Until the device, which asks now and then, has read it. */
  readonly told: Spread;
  /** Waiting and running of the workflow's own steps, all of a session together. */
  readonly tasks: { readonly wait: Spread; readonly run: Spread };
  /** Of each activity: for a worker, and on it. */
  readonly activities: readonly {
    readonly activity: string;
    readonly wait: Spread;
    readonly run: Spread;
  }[];
}

export function summariseParts(sessions: readonly DissectedSession[]): Parts {
  const spread = (pick: (one: DissectedSession) => number) => spreadOf(sessions.map(pick));
  const sumTasks = (pick: (task: DissectedSession['tasks'][number]) => number) =>
    spread(({ tasks }) => tasks.reduce((sum, task) => sum + pick(task), 0));
  return {
    hops: Math.max(0, ...sessions.map(({ hops }) => hops)),
    taken: spread(({ takenAt, session }) => takenAt - session.confirmedAt),
    handedOut: spread(({ checksFrom, takenAt }) => checksFrom - takenAt),
    checks: spread(({ checksFrom, checksTo }) => checksTo - checksFrom),
    decided: spread(({ checksTo, recordScheduledAt }) => recordScheduledAt - checksTo),
    recorded: spread(({ recordScheduledAt, recordedAt }) => recordedAt - recordScheduledAt),
    told: spread(({ recordedAt, session }) => session.toldAt - recordedAt),
    tasks: { wait: sumTasks(({ waitMs }) => waitMs), run: sumTasks(({ runMs }) => runMs) },
    activities: listActivities(sessions),
  };
}

function listActivities(sessions: readonly DissectedSession[]): Parts['activities'] {
  const all = sessions.flatMap(({ activities }) => activities);
  return [...new Set(all.map(({ activity }) => activity))].map((activity) => {
    const own = all.filter((one) => one.activity === activity);
    return {
      activity,
      wait: spreadOf(own.map(({ waitMs }) => waitMs)),
      run: spreadOf(own.map(({ runMs }) => runMs)),
    };
  });
}
