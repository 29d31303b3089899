import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeServer } from '../../../test/support/close-server.js';
import { createCompressedAssets } from './compressed-assets.js';

const SCRIPT = 'export const words = 1;\n'.repeat(400);

let folder: string;
let server: Server;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-assets-'));
  await writeFile(join(folder, 'index-1a2b3c4d.js'), SCRIPT);
  await writeFile(join(folder, 'photo.jpg'), 'not text');
  const app = express();
  app.use('/assets', createCompressedAssets(folder, 'public, max-age=60'), express.static(folder));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await closeServer(server);
  await rm(folder, { recursive: true, force: true });
});

/** As it was sent: nothing is decompressed. */
async function fetchRaw(path: string, encoding: string) {
  const { port } = server.address() as AddressInfo;
  const answer = await request(`http://127.0.0.1:${String(port)}${path}`, {
    headers: { 'accept-encoding': encoding },
  });
  const body = Buffer.from(await answer.body.arrayBuffer());
  return { status: answer.statusCode, headers: answer.headers, body };
}

describe('assets of the capture app', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('are compressed for a browser that takes %s', async (accepted, encoding, decompress) => {
    for (let time = 0; time < 2; time += 1) {
      const { status, headers, body } = await fetchRaw('/assets/index-1a2b3c4d.js', accepted);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-encoding': encoding,
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=60',
        vary: 'Accept-Encoding',
      });
      expect(decompress(body).toString()).toBe(SCRIPT);
    }
  });

  it('are sent as they are to one that takes none, and so is what is no text', async () => {
    const plain = await fetchRaw('/assets/index-1a2b3c4d.js', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toBe('Accept-Encoding');
    expect(plain.body.toString()).toBe(SCRIPT);
    const picture = await fetchRaw('/assets/photo.jpg', 'gzip');
    expect(picture.headers['content-encoding']).toBeUndefined();
  });

  it.each(['/assets/gone-1a2b3c4d.js', '/assets/%2e%2e%2fpackage.js', '/assets/sub/index.js'])(
    'are none of the folder for %s',
    async (path) => {
      expect((await fetchRaw(path, 'gzip')).status).toBe(404);
    },
  );
});
