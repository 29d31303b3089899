import { ApplicationFailure } from '@temporalio/common';
import {
  makeTelemetryFilterString,
  Runtime,
  type Logger as RuntimeLogger,
  type LogLevel,
  type LogMetadata,
} from '@temporalio/worker';
import { FailureType } from '../activities/failure-type.js';
import { describeError } from '../logging/describe-error.js';
import type { Logger } from '../logging/logger.js';

const PINO_LEVEL = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, string>;

/**
 * One log for all: the SDK's own lines, its native core's, and those of workflows and activities
 * go to the process's pino. Once a process, before any connection or worker is made.
 */
export function installRuntime(logger: Logger): RuntimeLogger {
  const log = (level: LogLevel, message: string, metadata?: LogMetadata): void => {
    logger[PINO_LEVEL[level]](describeMetadata(metadata), message);
  };
  const at = (level: LogLevel) => (message: string, metadata?: LogMetadata) => {
    log(level, message, metadata);
  };
  const runtimeLogger = {
    log,
    trace: at('TRACE'),
    debug: at('DEBUG'),
    info: at('INFO'),
    warn: at('WARN'),
    error: at('ERROR'),
  };
  Runtime.install({
    logger: runtimeLogger,
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN' }) },
    },
  });
  return runtimeLogger;
}

function describeMetadata(metadata: LogMetadata = {}): Record<string, unknown> {
  const values = Object.entries(metadata) as [string, unknown][];
  return Object.fromEntries(
    values.map(([name, value]) => [name, value instanceof Error ? describe(value) : value]),
  );
}

const ownTypes: ReadonlySet<string> = new Set(Object.values(FailureType));

/** Messages of our own failures are written without values and stay; all others are left out. */
function describe(error: Error): Record<string, unknown> {
  const isOwn = error instanceof ApplicationFailure && ownTypes.has(error.type ?? '');
  return isOwn
    ? { ...describeError(error), type: error.type, message: error.message }
    : { ...describeError(error) };
}
