import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAddressGuard } from '../outbound/address-guard.js';
import { createOutboundClient } from '../outbound/outbound-client.js';
import { startPartnerServer, type PartnerServer } from '../outbound/testing/partner-server.js';
import { downloadImage } from './download-image.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 4, 5]);
const LIMIT = 10 * 1024 * 1024;

type Answer = (response: ServerResponse) => unknown;

const image = (bytes: Uint8Array, contentType: string): Answer => {
  return (response) => response.writeHead(200, { 'content-type': contentType }).end(bytes);
};
const status = (httpStatus: number, headers = {}): Answer => {
  return (response) => response.writeHead(httpStatus, headers).end(PNG);
};
const padded = (bytes: Uint8Array, length: number) =>
  Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);

let host: PartnerServer;

beforeEach(async () => {
  host = await startPartnerServer();
});

afterEach(() => host.close());

const client = createOutboundClient({ guard: createAddressGuard([]) });

function download(answer: Answer, imageHosts: readonly string[] = []) {
  host.answer = (_request, response) => answer(response);
  const url = host.url('/i');
  return downloadImage(client, { url, imageHosts, privateNetworks: ['127.0.0.1/32'] });
}

describe('an image of a partner', () => {
  it.each([
    ['a PNG', PNG, 'image/png', 'image/png'],
    ['a JPEG', JPEG, 'image/jpeg', 'image/jpeg'],
    ['a PNG of no type', PNG, 'application/octet-stream', 'image/png'],
    ['a JPEG that is called a PNG', JPEG, 'image/png', 'image/jpeg'],
    ['one of the largest size', padded(JPEG, LIMIT), 'image/jpeg', 'image/jpeg'],
  ])('is taken: %s', async (_case, bytes, contentType, type) => {
    const taken = await download(image(bytes, contentType));
    expect(taken.type).toBe(type);
    expect(Buffer.compare(taken.bytes, bytes)).toBe(0);
  });

  it.each<[string, boolean, Answer]>([
    ['is gone', false, status(404)],
    ['is forbidden', false, status(403)],
    ['breaks its host', false, status(500)],
    ['has another success', false, status(206, { 'content-type': 'image/png' })],
    ['is elsewhere', true, status(302, { location: 'http://169.254.169.254/' })],
    ['is a page', true, image(Buffer.from('<html>'), 'text/html')],
    ['only says that it is one', true, image(Buffer.from('<svg/>'), 'image/png')],
    ['is empty', true, image(Buffer.alloc(0), 'image/png')],
    ['is too large', true, image(padded(PNG, LIMIT + 1), 'image/png')],
    [
      'breaks off',
      false,
      (response) => {
        response.writeHead(200, { 'content-type': 'image/png', 'content-length': '99' });
        response.write(PNG, () => response.destroy());
      },
    ],
  ])('that %s is not taken (for good: %s)', async (_case, nonRetryable, answer) => {
    await expect(download(answer)).rejects.toMatchObject({
      type: 'ReferenceImageUnavailable',
      nonRetryable,
    });
    expect(host.requests).toHaveLength(1);
  });

  it.each([
    ['a host by name', ['cdn.example', '127.0.0.1']],
    ['a host with its port', ['127.0.0.1:PORT']],
  ])('is taken from %s that is registered', async (_case, hosts) => {
    const imageHosts = hosts.map((name) => name.replace('PORT', String(host.port)));
    expect(await download(image(PNG, 'image/png'), imageHosts)).toMatchObject({
      type: 'image/png',
    });
  });

  it.each(['cdn.example', '127.0.0.1:1', '0.0.1'])(
    'is not asked for where only %s is registered',
    async (registered) => {
      await expect(download(image(PNG, 'image/png'), [registered])).rejects.toMatchObject({
        nonRetryable: true,
      });
      expect(host.requests).toEqual([]);
    },
  );
});
