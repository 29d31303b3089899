import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { uploadKey } from '../contract/capture.js';
import { createMemoryDataKeys } from '../test/support/memory/data-keys.js';
import { UPLOAD_PLACE } from '../test/support/upload-place.js';
import { createCaptureStore } from './capture-store.js';
import { createUploadStore } from './upload-store.js';

const KEY = `captures/${UPLOAD_PLACE.submissionId}/1/KTP.0123456789abcdef`;

let server: Server;
let answer: RequestListener;

beforeEach(async () => {
  // The client tells of its repetition there.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  server = createServer((req, res) => {
    answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  vi.restoreAllMocks();
  server.close();
});

function openStores() {
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const options = {
    url,
    publicUrl: url,
    accessKey: 'access',
    secretKey: 'the-secret',
    bucket: 'captures',
  };
  return {
    uploads: createUploadStore(options),
    captures: createCaptureStore(options, createMemoryDataKeys()),
  };
}

const answerWith = (status: number) => {
  answer = (_req, res) => res.writeHead(status).end();
};

async function failuresOf({
  uploads,
  captures,
}: ReturnType<typeof openStores>): Promise<unknown[]> {
  const calls = [
    uploads.fetch(UPLOAD_PLACE),
    uploads.readSize(UPLOAD_PLACE),
    uploads.put(UPLOAD_PLACE, Buffer.from('card')),
    uploads.remove(UPLOAD_PLACE),
    captures.fetch(KEY),
    captures.keep({ ...UPLOAD_PLACE, partnerCode: 'SHOP', bytes: Buffer.from('card') }),
  ];
  const settled = await Promise.allSettled(calls);
  return settled.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : null));
}

describe('the stores of uploads and captures', () => {
  it.each([500, 503])('tells of an object store that answers %i as away', async (status) => {
    answerWith(status);
    for (const failure of await failuresOf(openStores())) {
      expect(failure).toMatchObject({ name: 'StorageError', isUnavailable: true });
    }
  });

  it('tells of an object store that cannot be reached as away', async () => {
    const stores = openStores();
    await new Promise((resolve) => server.close(resolve));
    for (const failure of await failuresOf(stores)) {
      expect(failure).toMatchObject({ name: 'StorageError', isUnavailable: true });
      expect(String(failure)).toContain('ECONNREFUSED');
    }
  });

  it('sign an address without asking the object store', async () => {
    const stores = openStores();
    await new Promise((resolve) => server.close(resolve));
    await expect(stores.uploads.presign(UPLOAD_PLACE, 60)).resolves.toContain(
      uploadKey(UPLOAD_PLACE),
    );
  });

  it('tells of an object store that breaks off in the middle of a picture as away', async () => {
    answer = (req, res) => {
      res.writeHead(200, { 'content-length': '100', etag: 'x', 'last-modified': 'today' });
      if (req.method === 'HEAD') res.end();
      else res.write('half', () => req.socket.destroy());
    };
    const { uploads } = openStores();
    await expect(uploads.fetch(UPLOAD_PLACE)).rejects.toMatchObject({ isUnavailable: true });
  });

  it('tells a refusal apart, without the address or its signature', async () => {
    answerWith(403);
    for (const failure of await failuresOf(openStores())) {
      expect(failure).toMatchObject({ name: 'StorageError', isUnavailable: false });
      expect(String(failure)).toMatch(/failed in the object store \(AccessDenied\)$/);
      expect(JSON.stringify(failure)).not.toMatch(/127\.0\.0\.1|access|Signature/);
    }
  });

  it('tells the size of an upload without reading it', async () => {
    const methods: (string | undefined)[] = [];
    answer = (req, res) => {
      methods.push(req.method);
      res.writeHead(200, { 'content-length': '12345678', etag: 'x', 'last-modified': 'today' });
      res.end();
    };
    await expect(openStores().uploads.readSize(UPLOAD_PLACE)).resolves.toBe(12_345_678);
    expect(methods).toEqual(['HEAD']);
  });

  it('tells of what was not uploaded as before', async () => {
    answerWith(404);
    await expect(openStores().uploads.fetch(UPLOAD_PLACE)).resolves.toBeNull();
    await expect(openStores().uploads.readSize(UPLOAD_PLACE)).resolves.toBeNull();
    await expect(openStores().captures.fetch(KEY)).rejects.toMatchObject({
      name: 'CaptureMissingError',
    });
  });
});
