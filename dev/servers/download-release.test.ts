import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { c as create } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadRelease } from './download-release.js';

const context = { signal: new AbortController().signal, report: () => undefined };
let folder: string;
let server: Server;
let origin: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-download-'));
  await mkdir(join(folder, 'published'));
  await writeFile(join(folder, 'published', 'temporal'), '#!/bin/sh\n');
  const archive = join(folder, 'archive.tar.gz');
  await create({ gzip: true, file: archive, cwd: join(folder, 'published') }, ['temporal']);
  const bytes = await readFile(archive);
  server = createServer((request, response) => {
    response.statusCode = request.url === '/missing' ? 404 : 200;
    response.end(request.url === '/cut' ? bytes.subarray(0, bytes.length / 2) : bytes);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('downloadRelease', () => {
  it('unpacks the executable', async () => {
    const target = join(folder, 'temporal');
    await expect(downloadRelease(`${origin}/whole`, target, context)).resolves.toBe(true);
    expect(await readFile(target, 'utf8')).toBe('#!/bin/sh\n');
  });

  it.each(['missing', 'cut'])('answers false when the archive is %s', async (path) => {
    const target = join(folder, 'temporal');
    await expect(downloadRelease(`${origin}/${path}`, target, context)).resolves.toBe(false);
  });

  it('answers false when nobody listens', async () => {
    server.close();
    const target = join(folder, 'temporal');
    await expect(downloadRelease(`${origin}/whole`, target, context)).resolves.toBe(false);
  });
});
