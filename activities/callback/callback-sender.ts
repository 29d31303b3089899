import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import type { DeliveryErrorClass } from '../../db/delivery-store.js';
import { AddressRefusedError, type AddressGuard } from './address-guard.js';
import { createGuardedLookup, type Resolve } from './guarded-lookup.js';

export interface CallbackRequest {
  readonly url: string;
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The partner's status, or why there was none. */
export type CallbackAnswer =
  | { readonly httpStatus: number; readonly retryAfter: string | undefined }
  | { readonly httpStatus: null; readonly errorClass: Exclude<DeliveryErrorClass, 'HTTP_STATUS'> };

export interface CallbackSender {
  /** Sends once, follows no redirect, never throws for what the partner's side does. */
  send(callback: CallbackRequest): Promise<CallbackAnswer>;
  close(): Promise<void>;
}

export interface CallbackSenderOptions {
  readonly guard: AddressGuard;
  readonly timeoutMs: number;
  readonly resolve?: Resolve;
}

/** What is read of an answer's body before the connection is cut; its content is of no interest. */
const MAX_ANSWER_BYTES = 16 * 1024;

/**
 * Unencrypted HTTP carries personal data and a bearer secret readable by everyone on the way: it
 * goes only to networks that the operator has excepted.
 */
export function createCallbackSender(options: CallbackSenderOptions): CallbackSender {
  const { guard, timeoutMs } = options;
  const isReachable = {
    'https:': (address: string) => guard.isAllowed(address),
    'http:': (address: string) => guard.isExcepted(address),
  };
  const agents = {
    'https:': createAgent(isReachable['https:'], options.resolve),
    'http:': createAgent(isReachable['http:'], options.resolve),
  };

  return {
    async send(callback) {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const { protocol, hostname } = new URL(callback.url);
        if (protocol !== 'https:' && protocol !== 'http:') {
          throw new AddressRefusedError('the callback address is neither https nor http');
        }
        refuseLiteral(hostname, isReachable[protocol]);
        return await sendOnce(callback, agents[protocol], signal);
      } catch (error) {
        return { httpStatus: null, errorClass: classify(error, signal) };
      }
    },
    async close() {
      await Promise.all(Object.values(agents).map((agent) => agent.close()));
    },
  };
}

function createAgent(isAllowed: (address: string) => boolean, resolve?: Resolve): Agent {
  // No keep-alive: tries are minutes apart, and every connection is to pass the guard.
  return new Agent({ pipelining: 0, connect: { lookup: createGuardedLookup(isAllowed, resolve) } });
}

/** Sockets look up names only: an address written into the URL has to be judged here. */
function refuseLiteral(hostname: string, isAllowed: (address: string) => boolean): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && !isAllowed(address)) {
    throw new AddressRefusedError('the callback address is not on the public internet');
  }
}

async function sendOnce(
  { url, method, headers, body }: CallbackRequest,
  dispatcher: Agent,
  signal: AbortSignal,
): Promise<CallbackAnswer> {
  const answer = await request(url, { method, headers: { ...headers }, body, dispatcher, signal });
  // The status is all that counts: a body that breaks off changes nothing.
  await answer.body.dump({ limit: MAX_ANSWER_BYTES, signal }).catch(() => undefined);
  const retryAfter = answer.headers['retry-after'];
  return {
    httpStatus: answer.statusCode,
    retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
  };
}

function classify(error: unknown, signal: AbortSignal): Exclude<DeliveryErrorClass, 'HTTP_STATUS'> {
  if (error instanceof AddressRefusedError) return 'ADDRESS_REFUSED';
  return signal.aborted ? 'TIMEOUT' : 'CONNECTION';
}
