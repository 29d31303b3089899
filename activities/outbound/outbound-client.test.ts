import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAddressGuard } from './address-guard.js';
import { createOutboundClient, type OutboundRequest } from './outbound-client.js';
import { startPartnerServer, type PartnerServer } from './testing/partner-server.js';

let partner: PartnerServer;

beforeEach(async () => {
  partner = await startPartnerServer();
});

afterEach(() => partner.close());

const client = createOutboundClient({ guard: createAddressGuard(['127.0.0.0/8']) });

function send(path: string, changed: Partial<OutboundRequest> = {}) {
  return client.send({
    url: partner.url(path),
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
    timeoutMs: 5_000,
    maxBytes: 1_000,
    privateNetworks: [],
    ...changed,
  });
}

describe('a request to a partner', () => {
  it('arrives exactly, and its answer comes back', async () => {
    partner.answer = (_request, response) =>
      response.writeHead(201, { 'Content-Type': 'text/plain', 'x-two': ['a', 'b'] }).end('thanks');
    const answer = await send('/coe?x=1');
    expect(answer).toMatchObject({
      httpStatus: 201,
      headers: { 'content-type': 'text/plain' },
      bodyEnd: 'COMPLETE',
    });
    expect(Buffer.from((answer as { body: Uint8Array }).body).toString()).toBe('thanks');
    expect(partner.requests).toMatchObject([
      {
        method: 'POST',
        path: '/coe?x=1',
        body: '{"a":1}',
        headers: { 'content-type': 'application/json', 'content-length': '7' },
      },
    ]);
  });

  it('has no body where none is given', async () => {
    await client.send({
      url: partner.url(),
      method: 'GET',
      headers: {},
      timeoutMs: 5_000,
      maxBytes: 10,
      privateNetworks: [],
    });
    expect(partner.requests).toMatchObject([{ method: 'GET', body: '' }]);
  });

  it.each([301, 302, 303, 307, 308])('does not follow a redirect with %i', async (status) => {
    partner.answer = (_request, response) =>
      response.writeHead(status, { location: partner.url('/other') }).end();
    expect(await send('/')).toMatchObject({ httpStatus: status });
    expect(partner.requests).toHaveLength(1);
  });

  it('gives up after its timeout when no answer comes', async () => {
    partner.answer = () => undefined;
    expect(await send('/', { timeoutMs: 100 })).toEqual({
      httpStatus: null,
      errorClass: 'TIMEOUT',
    });
  });

  it('gives up after its timeout when the name is not resolved', async () => {
    const stuck = createOutboundClient({
      guard: createAddressGuard([]),
      resolve: () => new Promise(() => undefined),
    });
    const answer = stuck.send({
      url: 'https://partner.example/',
      method: 'GET',
      headers: {},
      timeoutMs: 100,
      maxBytes: 10,
      privateNetworks: [],
    });
    expect(await answer).toEqual({ httpStatus: null, errorClass: 'TIMEOUT' });
  });

  it('keeps the status and the beginning of an answer whose body never ends', async () => {
    partner.answer = (_request, response) => response.writeHead(200).write('x');
    expect(await send('/', { timeoutMs: 300 })).toMatchObject({
      httpStatus: 200,
      body: Buffer.from('x'),
      bodyEnd: 'BROKEN_OFF',
    });
  });

  it.each([
    ['with its length told', { 'content-length': '5000000' }],
    ['in chunks', {}],
  ])('reads no more of a large body than it may, %s', async (_case, headers) => {
    partner.answer = (_request, response) =>
      response.writeHead(200, headers).end(Buffer.alloc(5_000_000));
    const answer = await send('/');
    expect(answer).toMatchObject({ httpStatus: 200, bodyEnd: 'TOO_LARGE' });
    expect((answer as { body: Uint8Array }).body).toHaveLength(1_000);
  });

  it('does not unpack a compressed body', async () => {
    const packed = gzipSync(Buffer.alloc(1_000_000));
    partner.answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    expect(await send('/', { maxBytes: 10_000 })).toMatchObject({
      body: packed,
      bodyEnd: 'COMPLETE',
    });
  });

  it.each([
    ['a refused connection', () => partner.close(), '/'],
    ['a header that cannot be sent', () => undefined, '/'],
  ])('is not an error of ours for %s', async (_case, prepare, path) => {
    await prepare();
    const headers = { 'x-broken': 'a\r\nb: c' };
    expect(await send(path, { headers })).toEqual({ httpStatus: null, errorClass: 'CONNECTION' });
    expect(partner.requests).toEqual([]);
  });
});
