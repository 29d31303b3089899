import { createServer, type Server } from 'node:http';
import { createLogger, type Logger } from '../logging/logger.js';
import { createApp } from './app.js';
import { readApiConfig, type ApiConfig } from './config.js';
import { connectDependencies } from './dependencies.js';
import { describeFailure } from './describe-failure.js';
import { drainServer } from './drain-server.js';
import { repeatEvery } from './repeat-every.js';
import { startOverdue } from './submission/start-overdue.js';

/** How often it is looked for submissions that an initiate has left without their workflow. */
const START_OVERDUE_PAUSE_MS = 15_000;

async function main(): Promise<void> {
  const config = readApiConfig(process.env);
  const logger = createLogger('api', config.KENALI_LOG_LEVEL);
  const connected = await connectDependencies(config, logger);
  const server = createServer(createApp(connected.dependencies));
  try {
    await listen(server, config);
  } catch (error) {
    await connected.close();
    throw error;
  }
  const repetition = repeatEvery(
    START_OVERDUE_PAUSE_MS,
    async () => {
      const started = await startOverdue(connected.dependencies);
      if (started > 0) logger.warn({ started }, 'submissions without a workflow were started');
    },
    (error) => {
      logger.warn({ failure: describeFailure(error) }, 'overdue submissions were not started');
    },
  );
  stopOnSignal(server, logger, () => {
    repetition.stop();
    return connected.close();
  });
  logger.info({ port: config.KENALI_API_PORT }, 'listening');
  process.send?.({ ready: true });
}

function listen(server: Server, config: ApiConfig): Promise<void> {
  const { KENALI_API_HOST: host, KENALI_API_PORT: port } = config;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      const taken = `Port ${String(port)} on ${host} is taken. Free it or set KENALI_API_PORT.`;
      reject(isTaken ? new Error(taken) : error);
    });
    server.listen(port, host, resolve);
  });
}

/** Stops accepting, lets open requests finish, then lets go of database and Temporal. */
function stopOnSignal(server: Server, logger: Logger, close: () => Promise<void>): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    drainServer(server)
      .then(close)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ failure: describeFailure(error) }, 'stopping failed');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
