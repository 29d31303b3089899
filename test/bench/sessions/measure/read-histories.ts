import type { Client } from '@temporalio/client';
import proto, { type temporal } from '@temporalio/proto';
import { submissionWorkflowId } from '../../../../contract/workflow-id.js';
import { waitFor } from '../../../support/wait-for.js';
import type { MeasuredSession } from '../load/play-session.js';
import { dissectHistory, type DissectedHistory, type HistoryMoment } from './dissect-history.js';

export interface DissectedSession extends DissectedHistory {
  readonly session: MeasuredSession;
}

/** What Temporal noted of each session that has a result. */
export async function readHistories(
  client: Client,
  sessions: readonly MeasuredSession[],
): Promise<readonly DissectedSession[]> {
  const dissected: DissectedSession[] = [];
  for (const session of sessions) {
    if (session.ended !== 'COMPLETED') continue;
    const history = await readHistory(client, session.submissionId);
    dissected.push({ ...history, session });
  }
  return dissected;
}

/** The status tells the result some milliseconds before the history does. */
function readHistory(client: Client, submissionId: string): Promise<DissectedHistory> {
  const handle = client.workflow.getHandle(submissionWorkflowId(submissionId));
  return waitFor('a history with a result', async () => {
    const { events } = await handle.fetchHistory();
    return dissectHistory((events ?? []).flatMap(toMoment));
  });
}

type Event = temporal.api.history.v1.IHistoryEvent;

const { EventType } = proto.temporal.api.enums.v1;

const KINDS: ReadonlyMap<temporal.api.enums.v1.EventType, HistoryMoment['kind']> = new Map([
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED, 'CONFIRMED'],
  [EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED, 'TASK_SCHEDULED'],
  [EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED, 'TASK_STARTED'],
  [EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED, 'TASK_COMPLETED'],
  [EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED, 'ACTIVITY_SCHEDULED'],
  [EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED, 'ACTIVITY_STARTED'],
  [EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED, 'ACTIVITY_COMPLETED'],
]);

function toMoment(event: Event): HistoryMoment[] {
  const kind = KINDS.get(event.eventType ?? EventType.EVENT_TYPE_UNSPECIFIED);
  if (kind === undefined) return [];
  const activity = event.activityTaskScheduledEventAttributes?.activityType?.name ?? null;
  const scheduledId = (
    event.activityTaskStartedEventAttributes ??
    event.activityTaskCompletedEventAttributes ??
    event.workflowTaskStartedEventAttributes ??
    event.workflowTaskCompletedEventAttributes
  )?.scheduledEventId;
  return [
    {
      id: Number(event.eventId),
      atMs: timeOf(event),
      kind,
      activity,
      scheduledId: scheduledId ? Number(scheduledId) : null,
    },
  ];
}

function timeOf({ eventTime }: Event): number {
  return Number(eventTime?.seconds ?? 0) * 1_000 + (eventTime?.nanos ?? 0) / 1_000_000;
}
