import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_CAPTURE_BYTES } from '../contract/capture.js';
import { UPLOAD_PLACE } from '../test/support/upload-place.js';
import type { CaptureStoreOptions } from './capture-store.js';
import { ensureUploadAccount } from './ensure-upload-account.js';
import { createObjectClient } from './object-client.js';
import { createUploadStore, type UploadStore } from './upload-store.js';

/** An object store that takes connections, and what it does with each. */
let server: Server;
let accepted: Socket[];
let behave: (socket: Socket) => void;

beforeEach(async () => {
  accepted = [];
  server = createServer((socket) => {
    accepted.push(socket);
    socket.on('error', () => undefined);
    behave(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterEach(async () => {
  const closed = once(server.close(), 'close');
  for (const socket of accepted) socket.destroy();
  await closed;
});

function optionsOf(scheme: string, patienceMs: number): CaptureStoreOptions {
  const url = `${scheme}://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const keys = { accessKey: 'access', secretKey: 'the-secret' };
  return { ...keys, url, publicUrl: url, bucket: 'captures', patienceMs };
}

const openUploads = (scheme = 'http', patienceMs = 50): UploadStore =>
  createUploadStore(optionsOf(scheme, patienceMs));

const silent = { name: 'StorageError', isUnavailable: true };
const head = (bytes: number) =>
  `HTTP/1.1 200 OK\r\netag: x\r\ncontent-length: ${String(bytes)}\r\n\r\n`;

describe('an object store that has fallen silent is told as away', () => {
  it.each([
    ['fetching', (uploads: UploadStore) => uploads.fetch(UPLOAD_PLACE)],
    ['looking', (uploads: UploadStore) => uploads.readSize(UPLOAD_PLACE)],
    ['storing', (uploads: UploadStore) => uploads.put(UPLOAD_PLACE, Buffer.from('card'))],
    ['removing', (uploads: UploadStore) => uploads.remove(UPLOAD_PLACE)],
  ])('when it does not answer: %s', async (_call, call) => {
    behave = (socket) => socket.resume();
    const failure: unknown = await call(openUploads()).catch((error: unknown) => error);
    expect(failure).toMatchObject(silent);
    expect(String(failure)).toContain('ETIMEDOUT');
  });

  it('when it does not answer the beginning of TLS', async () => {
    behave = (socket) => socket.resume();
    await expect(openUploads('https').fetch(UPLOAD_PLACE)).rejects.toMatchObject(silent);
  });

  it('when it stops in the middle of a picture', async () => {
    behave = (socket) => socket.once('data', () => socket.write(`${head(100)}half`));
    await expect(openUploads().fetch(UPLOAD_PLACE)).rejects.toMatchObject(silent);
  });

  it('when it reads no more of what is stored', async () => {
    behave = (socket) => socket.pause();
    const stored = openUploads().put(UPLOAD_PLACE, Buffer.alloc(MAX_CAPTURE_BYTES));
    await expect(stored).rejects.toMatchObject(silent);
  });

  it('when it has answered before on the same connection', async () => {
    behave = (socket) => socket.once('data', () => socket.write(`${head(4)}card`));
    const uploads = openUploads('http', 1_000);
    expect(await uploads.fetch(UPLOAD_PLACE)).toHaveLength(4);
    await expect(uploads.fetch(UPLOAD_PLACE)).rejects.toMatchObject(silent);
    expect(accepted).toHaveLength(1);
  });

  it('when it does not prepare the upload account', async () => {
    behave = (socket) => socket.resume();
    const options = optionsOf('http', 50);
    const preparing = ensureUploadAccount(createObjectClient(options, options.url), options);
    await expect(preparing).rejects.toMatchObject(silent);
  });
});
