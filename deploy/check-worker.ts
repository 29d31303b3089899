import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';
import proto, { type temporal } from '@temporalio/proto';
import { readConfig } from '../config/read-config.js';
import { temporalSettings } from '../config/sections.js';
import { TaskQueue } from '../contract/task-queue.js';
import { toTemporalServer } from '../temporal/temporal-server.js';

// Node finds no named exports in this package of CommonJS.
const { TaskQueueType } = proto.temporal.api.enums.v1;

/** A long poll takes up to 60 s and counts from its beginning; a check of a card up to 30 s. */
const MAX_SILENCE_MS = 120_000;

type Poller = temporal.api.taskqueue.v1.IPollerInfo;

/** Whether one of the pollers is a worker of this host that polled a short time ago. */
export function isPolling(pollers: readonly Poller[], host: string, now: number): boolean {
  return pollers.some(({ identity, lastAccessTime }) => {
    const polledAtMs = Number(lastAccessTime?.seconds ?? 0) * 1_000;
    return (identity?.includes(`@${host}#`) ?? false) && now - polledAtMs < MAX_SILENCE_MS;
  });
}

/**
 * Health of a worker's container: a worker has no port to ask, but Temporal knows who polls. The
 * sessions worker must poll for workflow tasks, the vision worker for activities.
 */
async function checkWorker(queue: TaskQueue): Promise<boolean> {
  const { namespace, ...server } = toTemporalServer(readConfig(temporalSettings, process.env));
  const connection = await Connection.connect(server);
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: queue },
      taskQueueType:
        queue === TaskQueue.SESSIONS
          ? TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW
          : TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
    });
    return isPolling(pollers, hostname(), Date.now());
  } finally {
    await connection.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const queue = Object.values(TaskQueue).find((name) => name === process.argv[2]);
  if (queue === undefined) {
    process.stderr.write('Name the task queue: sessions or vision.\n');
    process.exitCode = 1;
  } else if (!(await checkWorker(queue))) {
    process.stderr.write(`No worker of this host polls the task queue ${queue}.\n`);
    process.exitCode = 1;
  }
}
