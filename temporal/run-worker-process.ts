import { hostname } from 'node:os';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from '../logging/logger.js';
import type { TemporalServer } from './temporal-server.js';

export interface WorkerSettings {
  /** Recognised in logs and, with host and process id, in the Temporal UI. */
  readonly name: string;
  readonly logger: Logger;
  readonly temporal: TemporalServer;
  readonly options: Omit<WorkerOptions, 'connection' | 'namespace' | 'identity'>;
  /** Runs between connecting and polling. */
  readonly beforePolling?: (connection: NativeConnection) => Promise<void>;
  /** Stops the worker as a signal does, and is then thrown. */
  readonly failure?: AbortSignal;
}

/**
 * Runs one worker until a signal stops it: the SDK's runtime catches SIGINT and SIGTERM, takes no
 * new work and gives running tasks `shutdownGraceTime`. Tells a parent process `{ready: true}`
 * once it polls.
 */
export async function runWorkerProcess(settings: WorkerSettings): Promise<void> {
  const { name, logger, options, failure } = settings;
  const { namespace, ...server } = settings.temporal;
  const connection = await NativeConnection.connect(server);
  try {
    await settings.beforePolling?.(connection);
    const worker = await Worker.create({
      ...options,
      connection,
      namespace,
      identity: `${name}@${hostname()}#${String(process.pid)}`,
    });
    const running = worker.run();
    logger.info({ taskQueue: options.taskQueue, pid: process.pid }, 'worker polls');
    process.send?.({ ready: true });
    const stop = () => {
      // A signal may have stopped it already.
      if (worker.getState() === 'RUNNING') worker.shutdown();
    };
    failure?.addEventListener('abort', stop);
    if (failure?.aborted === true) stop();
    await running;
    failure?.throwIfAborted();
  } finally {
    await connection.close();
  }
}
