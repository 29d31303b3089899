import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCaptureStore } from './capture-store.js';

const KEY = 'captures/01a20136-fa11-79c4-95f2-d10f5b8bd1cf/1/KTP';

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

function openStore() {
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return createCaptureStore({
    url,
    publicUrl: url,
    accessKey: 'access',
    secretKey: 'the-secret',
    bucket: 'captures',
  });
}

const answerWith = (status: number) => {
  answer = (_req, res) => res.writeHead(status).end();
};

async function failuresOf(captures: ReturnType<typeof openStore>): Promise<unknown[]> {
  const calls = [
    captures.describe(KEY),
    captures.fetch(KEY),
    captures.put(KEY, Buffer.from('card'), 'image/jpeg'),
  ];
  const settled = await Promise.allSettled(calls);
  return settled.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : null));
}

describe('the capture store', () => {
  it.each([500, 503])('tells of an object store that answers %i as away', async (status) => {
    answerWith(status);
    for (const failure of await failuresOf(openStore())) {
      expect(failure).toMatchObject({ name: 'StorageError', isUnavailable: true });
    }
  });

  it('tells of an object store that cannot be reached as away', async () => {
    const captures = openStore();
    await new Promise((resolve) => server.close(resolve));
    for (const failure of await failuresOf(captures)) {
      expect(failure).toMatchObject({ name: 'StorageError', isUnavailable: true });
      expect(String(failure)).toContain('ECONNREFUSED');
    }
    const presigned = captures.presignUpload(KEY, 60);
    await expect(presigned).rejects.toMatchObject({ isUnavailable: true });
  });

  it('tells of an object store that breaks off in the middle of a picture as away', async () => {
    answer = (req, res) => {
      res.writeHead(200, { 'content-length': '100', etag: 'x', 'last-modified': 'today' });
      if (req.method === 'HEAD') res.end();
      else res.write('half', () => req.socket.destroy());
    };
    await expect(openStore().describe(KEY)).rejects.toMatchObject({ isUnavailable: true });
  });

  it('tells a refusal apart, without the address or its signature', async () => {
    answerWith(403);
    for (const failure of await failuresOf(openStore())) {
      expect(failure).toMatchObject({ name: 'StorageError', isUnavailable: false });
      expect(String(failure)).toMatch(/failed in the object store \(AccessDenied\)$/);
      expect(JSON.stringify(failure)).not.toMatch(/127\.0\.0\.1|access|Signature/);
    }
  });

  it('tells of what was not uploaded as before', async () => {
    answerWith(404);
    await expect(openStore().describe(KEY)).resolves.toBeNull();
    await expect(openStore().fetch(KEY)).rejects.toMatchObject({ name: 'CaptureMissingError' });
  });
});
