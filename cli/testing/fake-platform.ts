import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly bytes: Uint8Array;
}

export interface FakeAnswer {
  readonly status?: number;
  readonly data?: unknown;
  readonly errors?: readonly { code: string; cause: string }[];
}

export interface FakePlatform {
  readonly baseUrl: string;
  readonly calls: readonly ReceivedCall[];
  callsTo(path: string): readonly ReceivedCall[];
  close(): Promise<void>;
}

/** Answers one call; `origin` is the fake's own. `undefined` is answered with 404. */
type Answerer = (call: ReceivedCall, origin: string) => FakeAnswer | undefined;

/** A server on loopback that answers as a test says, and remembers what it was asked. */
export async function startFakePlatform(answer: Answerer): Promise<FakePlatform> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      const origin = originOf(server);
      const { pathname, search } = new URL(request.url ?? '/', origin);
      const call = {
        method: request.method ?? '',
        path: pathname + search,
        headers: request.headers,
        body: bytes.toString(),
        bytes,
      };
      calls.push(call);
      const { status = 200, data, errors } = answer(call, origin) ?? { status: 404 };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(errors ? { success: false, errors } : { success: true, data }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: originOf(server),
    calls,
    callsTo: (path) => calls.filter((call) => call.path.startsWith(path)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${String(address.port)}`;
}

/** The platform's answer when a token is asked for. */
export function issueToken(token: string, lifetimeSeconds: number): FakeAnswer {
  return {
    data: {
      token,
      expiry_seconds: String(lifetimeSeconds),
      expires_at: String(Math.floor(Date.now() / 1000) + lifetimeSeconds),
    },
  };
}

export const UNAUTHORIZED: FakeAnswer = {
  status: 401,
  errors: [{ code: '110', cause: 'UNAUTHORIZED' }],
};
