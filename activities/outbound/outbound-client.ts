import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import { AddressRefusedError, type AddressGuard } from './address-guard.js';
import { createGuardedLookup } from './guarded-lookup.js';
import { createNameResolver, type ResolveName } from './resolve-name.js';

export interface OutboundRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, from the name's resolution to the end of the answer. */
  readonly timeoutMs: number;
  /** What is read of the answer's body before the connection is cut. */
  readonly maxBytes: number;
  /** CIDR ranges that this partner's own addresses may lie in, besides the operator's. */
  readonly privateNetworks: readonly string[];
}

export interface OutboundAnswer {
  readonly httpStatus: number;
  /** By lower-case name; of a repeated header the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it came over the wire: not decompressed, `maxBytes` at most. */
  readonly body: Uint8Array;
  readonly bodyEnd: 'COMPLETE' | 'TOO_LARGE' | 'BROKEN_OFF';
}

/** Why there was no answer. */
export interface NoAnswer {
  readonly httpStatus: null;
  readonly errorClass: 'TIMEOUT' | 'CONNECTION' | 'ADDRESS_REFUSED';
}

/** The one way to a partner's servers. */
export interface OutboundClient {
  /** Sends once, follows no redirect, never throws for what the other side does. */
  send(outbound: OutboundRequest): Promise<OutboundAnswer | NoAnswer>;
}

export interface OutboundClientOptions {
  readonly guard: AddressGuard;
  /** By the hosts file and DNS unless given. */
  readonly resolve?: ResolveName;
}

/**
 * Unencrypted HTTP carries personal data and a bearer secret readable by everyone on the way: it
 * goes only to networks that are excepted.
 */
export function createOutboundClient({
  guard,
  resolve = createNameResolver(),
}: OutboundClientOptions): OutboundClient {
  return {
    async send(outbound) {
      const signal = AbortSignal.timeout(outbound.timeoutMs);
      const widened = guard.excepting(outbound.privateNetworks);
      let agent: Agent | undefined;
      try {
        const url = parseUrl(outbound.url);
        const isReachable = (address: string) =>
          url.protocol === 'https:' ? widened.isAllowed(address) : widened.isExcepted(address);
        refuseLiteral(url.hostname, isReachable);
        // One for each request: every connection is to pass the guard of its own partner.
        const lookup = createGuardedLookup(isReachable, (name) => resolve(name, signal));
        agent = new Agent({ pipelining: 0, connect: { lookup, timeout: outbound.timeoutMs } });
        return await sendOnce(url, outbound, { dispatcher: agent, signal });
      } catch (error) {
        return { httpStatus: null, errorClass: classify(error, signal) };
      } finally {
        // Also cuts an answer that is still coming. Nothing depends on when it is done.
        void agent?.destroy();
      }
    },
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new AddressRefusedError('the address is neither https nor http');
  }
  return url;
}

/** Sockets look up names only: an address written into the URL has to be judged here. */
function refuseLiteral(hostname: string, isReachable: (address: string) => boolean): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && !isReachable(address)) {
    throw new AddressRefusedError('the address is not on the public internet');
  }
}

async function sendOnce(
  url: URL,
  { method, headers, body, maxBytes }: OutboundRequest,
  connection: { readonly dispatcher: Agent; readonly signal: AbortSignal },
): Promise<OutboundAnswer> {
  const asked = request(url, {
    method,
    headers: { ...headers },
    body: body ?? null,
    ...connection,
  });
  // The signal alone does not end a request whose name is still being resolved (undici 7.30).
  const answer = await Promise.race([asked, untilAborted(connection.signal)]);
  return {
    httpStatus: answer.statusCode,
    headers: flatten(answer.headers),
    ...(await readBody(answer.body, maxBytes)),
  };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('the time is over'));
    });
  });
}

/** A body that breaks off leaves the status as it is. */
async function readBody(
  source: AsyncIterable<unknown>,
  maxBytes: number,
): Promise<Pick<OutboundAnswer, 'body' | 'bodyEnd'>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const read = (bodyEnd: OutboundAnswer['bodyEnd']) => ({
    body: Buffer.concat(chunks).subarray(0, maxBytes),
    bodyEnd,
  });
  try {
    for await (const chunk of source) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes > maxBytes) return read('TOO_LARGE');
    }
    return read('COMPLETE');
  } catch {
    return read('BROKEN_OFF');
  }
}

function flatten(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  const pairs = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    (Array.isArray(value) ? value[0] : value) ?? '',
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function classify(error: unknown, signal: AbortSignal): NoAnswer['errorClass'] {
  if (error instanceof AddressRefusedError) return 'ADDRESS_REFUSED';
  return signal.aborted ? 'TIMEOUT' : 'CONNECTION';
}
