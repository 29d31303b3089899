import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../../logging/logger.js';
import { readLogContext } from './log-context.js';

/** Probes ask every few seconds and say nothing. */
const QUIET_PATHS: ReadonlySet<string> = new Set(['/livez', '/readyz']);

/**
 * One line a request: method, path, status, duration, and what `addLogContext` has told. Headers,
 * bodies and query strings are left out altogether: they carry tokens and personal ids. Of the path
 * only our own words are told, see `describePath`.
 */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    // What the request was about is told with the answer, when its route is known.
    quietResLogger: true,
    customAttributeKeys: { reqId: 'requestId' },
    // Else these would be given what pino-http makes of a request, headers and all.
    wrapSerializers: false,
    serializers: {
      req: (told: object) => told,
      res: (res: { statusCode: number }) => ({ statusCode: res.statusCode }),
    },
    autoLogging: { ignore: (req) => QUIET_PATHS.has(pathOf(req.url)) },
    // What failed was logged as an error where it was answered; this line only counts it.
    customLogLevel: () => 'info',
    customErrorObject: (req, res) => ({
      req: describeRequest(req, res),
      res,
      ...readLogContext(res),
    }),
    customSuccessObject: (req, res, value: { responseTime: number }) => ({
      req: describeRequest(req, res),
      res,
      responseTime: value.responseTime,
      ...readLogContext(res),
    }),
  });
}

interface RoutedRequest extends IncomingMessage {
  readonly originalUrl?: string;
  /** Express sets it when a route has taken the request, and leaves it there. */
  readonly route?: { readonly path: string | readonly string[] };
}

function describeRequest(req: RoutedRequest, res: ServerResponse) {
  const path = pathOf(req.originalUrl ?? req.url ?? '');
  const isServed = res.statusCode < 400 && ASSET.test(path);
  return {
    method: req.method,
    path: isServed ? path : describePath(path, req.route?.path),
  };
}

/** A file that was built, by its own name: with `..` or an escape in it the address can say anything. */
const ASSET = /^\/assets\/[\w-][\w.-]*$/;

const UNKNOWN = '…';

/** What an address of ours may begin with. */
const ROOMS = /^\/(?:coe|coe-partner|v1|v2|web|operator|s|sdk|assets|reference)(?=\/)/;

/**
 * The path with the route's names in place of values. An address that no route has taken was made up
 * by the caller, who may have written a person's number into it: only how it begins is told.
 */
function describePath(path: string, route: string | readonly string[] | undefined): string {
  if (route === undefined) return `${ROOMS.exec(path)?.[0] ?? ''}/${UNKNOWN}`;
  // Of a route with several paths none has a name in it.
  if (typeof route !== 'string') return path;
  const names = route.split('/');
  // Express takes an address with a slash at its end for the same.
  const parts = path.replace(/\/+$/, '').split('/');
  const offset = parts.length - names.length;
  return parts
    .map((part, at) => {
      const name = names[at - offset];
      return at > offset && name?.startsWith(':') === true ? name : part;
    })
    .join('/');
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
