import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProcessBook, type ProcessBook } from './process-book.js';
import { waitUntilReady } from './wait-until-ready.js';

let folder: string;
let book: ProcessBook;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-process-'));
  book = createProcessBook();
});
afterEach(async () => {
  book.killAll();
  await rm(folder, { recursive: true, force: true });
});

const start = (name: string, script: string) =>
  book.start({
    name,
    command: process.execPath,
    args: ['-e', script],
    environment: process.env,
    cwd: folder,
    logPath: join(folder, `${name}.log`),
    hasIpc: true,
  });

const limits = { timeoutMs: 10_000, signal: new AbortController().signal };

describe('a started process', () => {
  it('is ready when it says so over IPC', async () => {
    const child = await start('worker', 'process.send({ready: true}); setInterval(() => 0, 1000)');
    await waitUntilReady(child, child.hasReportedReady, limits);
    expect(child.isRunning()).toBe(true);
  });

  it('fails with its last log lines when it ends before it is ready', async () => {
    const child = await start('worker', 'console.error("the key is missing"); process.exit(4)');
    await expect(waitUntilReady(child, () => false, limits)).rejects.toThrow(
      /worker ended before it was ready \(exit code 4\)[^]*the key is missing/,
    );
  });
});

describe('stopAll', () => {
  it('stops the youngest first and waits for each', async () => {
    const order = join(folder, 'order');
    const noting = (name: string) =>
      `process.on('SIGTERM', () => { require('fs').appendFileSync(${JSON.stringify(order)}, '${name}\\n'); process.exit(); });
       process.send({ready: true}); setInterval(() => 0, 1000)`;
    for (const name of ['database', 'api']) {
      const child = await start(name, noting(name));
      await waitUntilReady(child, child.hasReportedReady, limits);
    }
    await book.stopAll();
    expect(await readFile(order, 'utf8')).toBe('api\ndatabase\n');
    expect(book.running()).toEqual([]);
  });
});

describe('killAll', () => {
  it('ends a process that does not listen', async () => {
    const child = await start(
      'deaf',
      "process.on('SIGTERM', () => 0); process.send({ready: true}); setInterval(() => 0, 1000)",
    );
    await waitUntilReady(child, child.hasReportedReady, limits);
    book.killAll();
    await vi.waitFor(() => {
      expect(child.isRunning()).toBe(false);
    });
  });
});
