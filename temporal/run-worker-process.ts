import { hostname } from 'node:os';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from '../logging/logger.js';
import type { TemporalServer } from './temporal-server.js';

export type QueueOptions = Omit<
  WorkerOptions,
  'connection' | 'namespace' | 'identity' | 'taskQueue'
> & { readonly taskQueue: string };

export interface WorkerSettings {
  /** Recognised in logs and, with host and process id, in the Temporal UI. */
  readonly name: string;
  readonly logger: Logger;
  readonly temporal: TemporalServer;
  /** A worker each, on one connection. */
  readonly queues: readonly QueueOptions[];
  /** Runs between connecting and polling. */
  readonly beforePolling?: (connection: NativeConnection) => Promise<void>;
  /** Stops the workers as a signal does, and is then thrown. */
  readonly failure?: AbortSignal;
}

/**
 * Runs the workers of a process until a signal stops them: the SDK's runtime catches SIGINT and SIGTERM, takes no
 * new work and gives running tasks `shutdownGraceTime`. Tells a parent process `{ready: true}`
 * once all of them poll.
 */
export async function runWorkerProcess(settings: WorkerSettings): Promise<void> {
  const { namespace, ...server } = settings.temporal;
  const connection = await NativeConnection.connect(server);
  try {
    await settings.beforePolling?.(connection);
    await runWorkers(settings, { connection, namespace });
  } finally {
    await connection.close();
  }
}

/** One that ends takes the others with it: health is asked of the process, and it starts anew as a whole. */
async function runWorkers(
  { name, logger, queues, failure }: WorkerSettings,
  server: Pick<WorkerOptions, 'connection' | 'namespace'>,
): Promise<void> {
  const identity = `${name}@${hostname()}#${String(process.pid)}`;
  const workers: Worker[] = [];
  const ends: Promise<void>[] = [];
  const stopAll = () => {
    // A signal may have stopped some already.
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  try {
    for (const options of queues) {
      const worker = await Worker.create({ ...options, ...server, identity });
      workers.push(worker);
      ends.push(worker.run().finally(stopAll));
      logger.info({ taskQueue: options.taskQueue, pid: process.pid }, 'worker polls');
    }
    process.send?.({ ready: true });
    failure?.addEventListener('abort', stopAll);
    if (failure?.aborted === true) stopAll();
    await Promise.all(ends);
    failure?.throwIfAborted();
  } finally {
    stopAll();
    // A connection is closed only when no worker holds it any more.
    await Promise.allSettled(ends);
  }
}
