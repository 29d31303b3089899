import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A partner's server on loopback. */
export interface PartnerServer {
  readonly port: number;
  readonly requests: ReceivedRequest[];
  /** What the next requests are answered with; 200 and `{}` at first. */
  answer: (request: ReceivedRequest, response: ServerResponse) => void;
  url(path?: string): string;
  /** Refuses connections from now on. May be repeated. */
  close(): Promise<void>;
}

export async function startPartnerServer(): Promise<PartnerServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      const received = { method, path, headers, body: Buffer.concat(chunks).toString() };
      partner.requests.push(received);
      partner.answer(received, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const partner: PartnerServer = {
    port,
    requests: [],
    answer: (_request, response) => response.writeHead(200).end('{}'),
    url: (path = '/') => `http://127.0.0.1:${String(port)}${path}`,
    async close() {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return partner;
}
