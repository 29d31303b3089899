import type { LookupAddress } from 'node:dns';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAddressGuard } from './address-guard.js';
import { createOutboundClient } from './outbound-client.js';
import { createNameResolver } from './resolve-name.js';
import { startNameServer } from './testing/name-server.js';
import { startPartnerServer, type PartnerServer } from './testing/partner-server.js';

/** Addresses that a partner's configuration or answer may name, sent through the real client. */

let inside: PartnerServer;

beforeAll(async () => {
  inside = await startPartnerServer();
});

afterEach(() => {
  inside.requests.length = 0;
});

afterAll(() => inside.close());

interface Setting {
  /** Of the operator. */
  readonly exceptions?: readonly string[];
  /** Of the partner. */
  readonly privateNetworks?: readonly string[];
  /** What the name resolves to: the first time, the second time and so on. */
  readonly resolvesTo?: readonly (readonly string[])[];
}

function createSender({ exceptions = [], privateNetworks = [], resolvesTo }: Setting = {}) {
  let resolutions = 0;
  const resolve = (): Promise<LookupAddress[]> => {
    resolutions += 1;
    const addresses = resolvesTo?.[Math.min(resolutions, resolvesTo.length) - 1] ?? [];
    return Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  const client = createOutboundClient({
    guard: createAddressGuard(exceptions),
    ...(resolvesTo && { resolve }),
  });
  return {
    send: (url: string) =>
      client.send({
        url: url.replace('PORT', String(inside.port)),
        method: 'GET',
        headers: {},
        timeoutMs: 2_000,
        maxBytes: 1_000,
        privateNetworks,
      }),
    countResolutions: () => resolutions,
  };
}

const refused = { httpStatus: null, errorClass: 'ADDRESS_REFUSED' };

describe('an address written into the URL', () => {
  it.each([
    ['loopback', 'http://127.0.0.1:PORT/'],
    ['loopback over https', 'https://127.0.0.1:PORT/'],
    ['the rest of loopback', 'https://127.8.8.8:PORT/'],
    ['a decimal number', 'https://2130706433:PORT/'],
    ['an octal number', 'https://0177.0.0.1:PORT/'],
    ['a long octal number', 'https://017700000001:PORT/'],
    ['a hexadecimal number', 'https://0x7f000001:PORT/'],
    ['mixed notations', 'https://0x7f.0.0.01:PORT/'],
    ['two parts', 'https://127.1:PORT/'],
    ['a dot at the end', 'https://127.0.0.1.:PORT/'],
    ['full-width digits', 'https://１２７.0.0.1:PORT/'],
    ['percent signs', 'https://%31%32%37.0.0.1:PORT/'],
    ['credentials that look like a host', 'https://partner.example@127.0.0.1:PORT/'],
    ['a backslash', 'https:\\\\127.0.0.1:PORT\\'],
    ['any address', 'https://0.0.0.0:PORT/'],
    ['the short form of it', 'https://0:PORT/'],
    ['private, class A', 'https://10.0.0.1/'],
    ['private, class B', 'https://172.31.255.254/'],
    ['private, class C', 'https://192.168.0.1/'],
    ['the metadata service of a cloud', 'https://169.254.169.254/latest/meta-data/'],
    ['the metadata service as a number', 'https://2852039166/'],
    ['carrier-grade NAT', 'https://100.64.0.1/'],
    ['multicast', 'https://224.0.0.1/'],
    ['broadcast', 'https://255.255.255.255/'],
    ['reserved', 'https://240.0.0.1/'],
    ['benchmarking', 'https://198.18.0.1/'],
    ['documentation', 'https://192.0.2.1/'],
    ['IPv6 loopback', 'https://[::1]:PORT/'],
    ['IPv6 any address', 'https://[::]:PORT/'],
    ['IPv6 loopback at length', 'https://[0:0:0:0:0:0:0:1]:PORT/'],
    ['IPv6 link-local', 'https://[fe80::1]/'],
    ['IPv6 with a zone', 'https://[fe80::1%25lo]:PORT/'],
    ['IPv6 with a bare zone', 'https://[fe80::1%lo]:PORT/'],
    ['unique-local', 'https://[fd00:ec2::254]/'],
    ['site-local', 'https://[fec0::1]/'],
    ['IPv6 multicast', 'https://[ff02::1]/'],
    ['mapped IPv4', 'https://[::ffff:127.0.0.1]:PORT/'],
    ['mapped IPv4 in hexadecimal', 'https://[::ffff:7f00:1]:PORT/'],
    ['compatible IPv4', 'https://[::127.0.0.1]:PORT/'],
    ['NAT64', 'https://[64:ff9b::7f00:1]:PORT/'],
    ['NAT64 for local use', 'https://[64:ff9b:1::7f00:1]:PORT/'],
    ['6to4', 'https://[2002:7f00:1::1]:PORT/'],
    ['Teredo', 'https://[2001:0:7f00:1::1]:PORT/'],
    ['public, but unencrypted', 'http://8.8.8.8/'],
    ['a file', 'file:///etc/hosts'],
    ['another protocol', 'gopher://127.0.0.1:PORT/'],
    ['a data URL', 'data:application/json,{}'],
    ['no URL at all', '127.0.0.1:PORT'],
    ['an empty text', ''],
  ])('is refused: %s', async (_case, url) => {
    expect(await createSender().send(url)).toEqual(refused);
    expect(inside.requests).toEqual([]);
  });
});

describe('a name', () => {
  it.each([
    ['loopback', ['127.0.0.1']],
    ['IPv6 loopback', ['::1']],
    ['a private address', ['10.1.2.3']],
    ['link-local', ['169.254.169.254']],
    ['IPv6 link-local with a zone', ['fe80::1%eth0']],
    ['carrier-grade NAT', ['100.127.0.1']],
    ['unique-local', ['fc00::1']],
    ['mapped IPv4', ['::ffff:10.0.0.1']],
    ['NAT64', ['64:ff9b::a00:1']],
    ['6to4', ['2002:a00:1::1']],
    ['multicast', ['239.0.0.1']],
    ['a public and a private address', ['8.8.8.8', '127.0.0.1']],
    ['a private and a public address', ['127.0.0.1', '8.8.8.8']],
    ['nothing', []],
  ])('is refused that resolves to %s', async (_case, addresses) => {
    const { send } = createSender({ resolvesTo: [addresses] });
    expect(await send('https://partner.example:PORT/')).toEqual(refused);
    expect(inside.requests).toEqual([]);
  });

  it('of this machine is refused as the hosts file resolves it', async () => {
    expect(await createSender().send('https://localhost:PORT/')).toEqual(refused);
  });

  it.each([
    ['a public one and loopback', { ipv4: ['8.8.8.8', '127.0.0.1'] }],
    [
      'a public one and a unique-local one of IPv6',
      { ipv4: ['8.8.8.8'], ipv6: ['fd00:0000:0000:0000:0000:0000:0000:0001'] },
    ],
  ])('is judged by every address that DNS tells: %s', async (_case, addresses) => {
    const nameServer = await startNameServer({ 'partner.example': addresses });
    const resolve = createNameResolver({ servers: [nameServer.address] });
    const client = createOutboundClient({ guard: createAddressGuard([]), resolve });
    const answer = await client.send({
      url: `https://partner.example:${String(inside.port)}/`,
      method: 'GET',
      headers: {},
      timeoutMs: 20_000,
      maxBytes: 1_000,
      privateNetworks: [],
    });
    await nameServer.close();
    expect(answer).toEqual(refused);
  });

  it('that answers differently each time is judged at every connection, and asked once for it', async () => {
    const { send, countResolutions } = createSender({
      exceptions: ['127.0.0.1/32'],
      resolvesTo: [['127.0.0.1'], ['127.0.0.2'], ['127.0.0.1']],
    });
    expect(await send('http://partner.example:PORT/')).toMatchObject({ httpStatus: 200 });
    expect(countResolutions()).toBe(1);
    expect(await send('http://partner.example:PORT/')).toEqual(refused);
    expect(await send('http://partner.example:PORT/')).toMatchObject({ httpStatus: 200 });
    expect(countResolutions()).toBe(3);
    expect(inside.requests).toHaveLength(2);
  });

  it('is refused without encryption on the public internet', async () => {
    const { send } = createSender({ resolvesTo: [['8.8.8.8']] });
    expect(await send('http://partner.example/')).toEqual(refused);
  });
});

describe('a redirect to the inside', () => {
  it('is not followed', async () => {
    inside.answer = (_request, response) =>
      response.writeHead(302, { location: inside.url('/secret') }).end();
    const { send } = createSender({ exceptions: ['127.0.0.1/32'] });
    expect(await send('http://127.0.0.1:PORT/public')).toMatchObject({ httpStatus: 302 });
    expect(inside.requests.map(({ path }) => path)).toEqual(['/public']);
    inside.answer = (_request, response) => response.writeHead(200).end();
  });
});

describe('a network that is excepted', () => {
  it.each([
    ['by the operator, for everybody', { exceptions: ['127.0.0.0/8'] }],
    ['for this partner alone', { privateNetworks: ['127.0.0.1/32'] }],
  ])('is reached %s, also without encryption', async (_case, setting) => {
    const { send } = createSender({ ...setting, resolvesTo: [['127.0.0.1']] });
    expect(await send('http://127.0.0.1:PORT/')).toMatchObject({ httpStatus: 200 });
    expect(await send('http://intranet.example:PORT/')).toMatchObject({ httpStatus: 200 });
  });

  it('for one partner stays closed to the next request of another', async () => {
    const guard = createAddressGuard([]);
    const client = createOutboundClient({ guard });
    const request = {
      url: inside.url(),
      method: 'GET',
      headers: {},
      timeoutMs: 2_000,
      maxBytes: 1_000,
    } as const;
    const own = await client.send({ ...request, privateNetworks: ['127.0.0.1/32'] });
    expect(own).toMatchObject({ httpStatus: 200 });
    expect(await client.send({ ...request, privateNetworks: ['10.0.0.0/8'] })).toEqual(refused);
    expect(await client.send({ ...request, privateNetworks: [] })).toEqual(refused);
  });

  it('opens nothing around it', async () => {
    const { send } = createSender({ privateNetworks: ['127.0.0.1/32', 'fd00::/8'] });
    expect(await send('https://127.0.0.2:PORT/')).toEqual(refused);
    expect(await send('https://[::1]:PORT/')).toEqual(refused);
    expect(await send('https://169.254.169.254/')).toEqual(refused);
  });
});
