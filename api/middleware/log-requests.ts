import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../../logging/logger.js';
import { readLogContext } from './log-context.js';

/** Probes ask every few seconds and say nothing. */
const QUIET_PATHS: ReadonlySet<string> = new Set(['/livez', '/readyz']);

/**
 * One line a request: method, path, status, duration, and what `addLogContext` has told. Headers,
 * bodies and query strings are left out altogether: they carry tokens and personal ids.
 */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'requestId' },
    serializers: {
      req: (req: { method: string; url: string }) => ({
        method: req.method,
        path: pathOf(req.url),
      }),
      res: (res: { statusCode: number }) => ({ statusCode: res.statusCode }),
    },
    autoLogging: { ignore: (req) => QUIET_PATHS.has(pathOf(req.url)) },
    // What failed was logged as an error where it was answered; this line only counts it.
    customLogLevel: () => 'info',
    customErrorObject: (_req, res) => ({ res, ...readLogContext(res) }),
    customSuccessObject: (_req, res, value: { responseTime: number }) => ({
      res,
      responseTime: value.responseTime,
      ...readLogContext(res),
    }),
  });
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
