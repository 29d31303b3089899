import { once } from 'node:events';
import {
  createServer,
  get,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drainServer, DRAIN_TIMEOUT_MS } from './drain-server.js';

/** What the longest calls may take: see `DRAIN_TIMEOUT_MS`. */
const LONG_CALL_MS = 20_000;

let server: Server;

beforeEach(async () => {
  server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A call that has come to the server and waits for its answer. */
async function openCall() {
  const { port } = server.address() as AddressInfo;
  const call = get({ port, host: '127.0.0.1', agent: false });
  const answered = once(call, 'response') as Promise<[IncomingMessage]>;
  answered.catch(() => undefined);
  const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  return { answered, response };
}

describe('a server that is drained', () => {
  it('answers a call that takes as long as the longest do', async () => {
    const { answered, response } = await openCall();
    const drained = drainServer(server);
    vi.advanceTimersByTime(LONG_CALL_MS);
    response.end('done');
    const [{ statusCode }] = await answered;
    expect(statusCode).toBe(200);
    await drained;
  });

  it('cuts one that takes longer, so that the process can end', async () => {
    const { answered } = await openCall();
    const drained = drainServer(server);
    vi.advanceTimersByTime(DRAIN_TIMEOUT_MS);
    await expect(answered).rejects.toMatchObject({ code: 'ECONNRESET' });
    await drained;
  });

  it('lets nobody else in', async () => {
    const { port } = server.address() as AddressInfo;
    await drainServer(server);
    const refused = get({ port, host: '127.0.0.1', agent: false });
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});
