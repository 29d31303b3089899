import type { Payload, PayloadCodec } from '@temporalio/common';
import express, { type Express, type RequestHandler } from 'express';
import { z } from 'zod';
import type { Logger } from '../logging/logger.js';
import { createCodecLogin } from './codec-login.js';
import { createCodecVisits, type CodecVisits } from './codec-visit.js';
import { isEqualInConstantTime } from './constant-time.js';

export interface CodecAppOptions {
  readonly codec: PayloadCodec;
  readonly token: string;
  /** The one web page that may call: the Temporal UI's. */
  readonly uiOrigin: string;
  /** Tells the audit log; nothing is shown when it cannot be told. */
  readonly record: (decoded: DecodedPayloads) => Promise<void>;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** What was asked for. A payload does not say which submission it is of. */
export interface DecodedPayloads {
  readonly namespace: string | null;
  readonly payloads: number;
  readonly ip: string | null;
}

/** Payloads in the JSON form of protobuf: bytes are base64. */
const payloadsJson = z.object({
  payloads: z.array(
    z.object({
      metadata: z.record(z.string(), z.base64()).default({}),
      data: z.base64().default(''),
    }),
  ),
});

/** Temporal's own limit for one message. */
const MAX_BODY = '4mb';

/**
 * Shows operators what is encrypted in the Temporal UI and CLI: `POST /decode`. It does not
 * encrypt, nobody starts our workflows by hand. Who may call it reads personal data, so every call
 * needs the token, or a browser that has given it on `/login`, and leaves an entry in the audit log.
 */
export function createCodecApp({
  codec,
  token,
  uiOrigin,
  record,
  logger,
  now,
}: CodecAppOptions): Express {
  const app = express();
  // A page over https reaches no server without it.
  const visits = createCodecVisits({ token, isSecure: uiOrigin.startsWith('https:'), now });
  app.disable('x-powered-by');
  app.use(createCodecLogin({ visits, token }));
  app.use(allowOrigin(uiOrigin), requireCaller({ token, uiOrigin, visits }));
  app.post('/decode', express.json({ limit: MAX_BODY }), async (request, response) => {
    const parsed = payloadsJson.safeParse(request.body);
    if (!parsed.success) {
      response.sendStatus(400);
      return;
    }
    const payloads = await codec.decode(parsed.data.payloads.map(fromJson));
    const namespace = request.get('x-namespace') ?? null;
    const decoded = { namespace, payloads: payloads.length, ip: request.ip ?? null };
    try {
      await record(decoded);
    } catch {
      logger.error(decoded, 'the audit log cannot be written, so nothing is decoded');
      response.sendStatus(503);
      return;
    }
    logger.info(decoded, 'payloads decoded');
    response.set('cache-control', 'no-store').json({ payloads: payloads.map(toJson) });
  });
  app.use(refuseBroken(logger));
  return app;
}

/** The browser asks before it sends the token: that question alone is answered without one. */
function allowOrigin(uiOrigin: string): RequestHandler {
  return (request, response, next) => {
    response.set('vary', 'origin');
    if (request.get('origin') === uiOrigin) {
      response.set({
        'access-control-allow-origin': uiOrigin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'authorization, content-type, x-namespace',
      });
    }
    if (request.method === 'OPTIONS') response.sendStatus(204);
    else next();
  };
}

interface Callers {
  readonly token: string;
  readonly uiOrigin: string;
  readonly visits: CodecVisits;
}

/** A cookie comes along by itself: it counts for the one page alone that is meant. */
function requireCaller({ token, uiOrigin, visits }: Callers): RequestHandler {
  return (request, response, next) => {
    const hasToken = isEqualInConstantTime(request.get('authorization') ?? '', `Bearer ${token}`);
    const isUi = request.get('origin') === uiOrigin;
    if (hasToken || (isUi && visits.isOpen(request.get('cookie')))) next();
    else response.sendStatus(401);
  };
}

function refuseBroken(logger: Logger): express.ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const name = error instanceof Error ? error.name : 'unknown';
    logger.warn({ name }, 'payloads were not decoded');
    response.sendStatus(400);
  };
}

type PayloadJson = z.infer<typeof payloadsJson>['payloads'][number];

function fromJson({ metadata, data }: PayloadJson): Payload {
  return {
    metadata: mapValues(metadata, (value) => Buffer.from(value, 'base64')),
    data: Buffer.from(data, 'base64'),
  };
}

function toJson({ metadata, data }: Payload): PayloadJson {
  return {
    metadata: mapValues(metadata ?? {}, toBase64),
    data: toBase64(data ?? new Uint8Array()),
  };
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
