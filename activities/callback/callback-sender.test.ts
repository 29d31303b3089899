import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAddressGuard } from './address-guard.js';
import { createCallbackSender, type CallbackSender } from './callback-sender.js';

let server: Server;
let port: number;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let requests: { method: string | undefined; path: string | undefined; body: string }[];
const senders: CallbackSender[] = [];

beforeEach(async () => {
  requests = [];
  answer = (_request, response) => response.writeHead(200).end('{}');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push({ method: request.method, path: request.url, body });
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterEach(async () => {
  await Promise.all(senders.splice(0).map((sender) => sender.close()));
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

interface Setting {
  exceptions?: string[];
  timeoutMs?: number;
  resolvesTo?: string[];
}

function send(
  url: string,
  { exceptions = ['127.0.0.0/8'], timeoutMs = 5_000, resolvesTo }: Setting = {},
) {
  const sender = createCallbackSender({
    guard: createAddressGuard(exceptions),
    timeoutMs,
    ...(resolvesTo && {
      resolve: () =>
        Promise.resolve(
          resolvesTo.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        ),
    }),
  });
  senders.push(sender);
  return sender.send({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  });
}

const local = (path = '/') => `http://127.0.0.1:${String(port)}${path}`;
const refused = { httpStatus: null, errorClass: 'ADDRESS_REFUSED' };

describe('sending a callback', () => {
  it('sends the exact body and answers with the status', async () => {
    expect(await send(local('/coe/submissions-callback'))).toEqual({ httpStatus: 200 });
    expect(requests).toEqual([
      { method: 'POST', path: '/coe/submissions-callback', body: '{"a":1}' },
    ]);
  });

  it('does not follow a redirect', async () => {
    answer = (_request, response) => response.writeHead(302, { location: local('/other') }).end();
    expect(await send(local())).toMatchObject({ httpStatus: 302 });
    expect(requests).toHaveLength(1);
  });

  it('hands on Retry-After', async () => {
    answer = (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end();
    expect(await send(local())).toEqual({ httpStatus: 429, retryAfter: '120' });
  });

  it('gives up after its timeout when no answer comes', async () => {
    answer = () => undefined;
    const result = await send(local(), { timeoutMs: 100 });
    expect(result).toEqual({ httpStatus: null, errorClass: 'TIMEOUT' });
  });

  it('takes the status of an answer whose body never ends', async () => {
    answer = (_request, response) => response.writeHead(200).write('x');
    expect(await send(local(), { timeoutMs: 300 })).toMatchObject({ httpStatus: 200 });
  });

  it('takes the status of an answer with a huge body without reading all of it', async () => {
    answer = (_request, response) => response.writeHead(200).end(Buffer.alloc(5_000_000));
    expect(await send(local())).toMatchObject({ httpStatus: 200 });
  });

  it('calls a refused connection what it is', async () => {
    server.close();
    server.closeAllConnections();
    expect(await send(local())).toEqual({ httpStatus: null, errorClass: 'CONNECTION' });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
});

describe('the guard around callbacks', () => {
  it.each([
    ['a private address', () => local()],
    ['a number for an address', () => `http://2130706433:${String(port)}/`],
    ['an address in hex', () => `http://0x7f.1:${String(port)}/`],
    ['an IPv6 address', () => `http://[::ffff:127.0.0.1]:${String(port)}/`],
    ['a name for loopback', () => `http://localhost:${String(port)}/`],
    ['https to loopback', () => `https://127.0.0.1:${String(port)}/`],
    ['another protocol', () => 'file:///etc/hosts'],
  ])('refuses %s', async (_case, url) => {
    expect(await send(url(), { exceptions: [] })).toEqual(refused);
    expect(requests).toEqual([]);
  });

  it('judges what a name resolves to when it connects', async () => {
    const url = `http://partner.example:${String(port)}/`;
    expect(await send(url, { exceptions: [], resolvesTo: ['127.0.0.1'] })).toEqual(refused);
    expect(requests).toEqual([]);
    expect(await send(url, { resolvesTo: ['127.0.0.1'] })).toEqual({ httpStatus: 200 });
  });

  it('refuses a name of which only one address is private', async () => {
    const resolvesTo = ['8.8.8.8', '127.0.0.1'];
    const url = `https://partner.example:${String(port)}/`;
    expect(await send(url, { exceptions: [], resolvesTo })).toEqual(refused);
  });

  it('refuses unencrypted HTTP to the public internet', async () => {
    const url = 'http://partner.example/';
    expect(await send(url, { exceptions: [], resolvesTo: ['8.8.8.8'] })).toEqual(refused);
  });
});
