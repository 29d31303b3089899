import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DevContext } from '../processes/process-book.js';
import { NoBrowser, provideChromium } from './find-chromium.js';

describe('the browser of the end-to-end tests', () => {
  let folder: string;
  let commands: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kenali-chromium-'));
    commands = [];
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const addProgram = async (name: string) => {
    const path = join(folder, name);
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
    return path;
  };
  const contextWith = (environment: Record<string, string>): DevContext => ({
    book: {
      start: () => Promise.reject(new Error('starts nothing')),
      run: async ({ command, args }) => {
        commands.push([command, ...args].join(' '));
        if (args[0] === 'install') await addProgram('chromium');
      },
      running: () => [],
      stopAll: () => Promise.resolve(),
      killAll: () => undefined,
    },
    root: folder,
    environment: { PATH: folder, ...environment },
    cacheDir: folder,
    signal: new AbortController().signal,
    report: () => undefined,
  });

  it('is the one that is named, before any on the PATH', async () => {
    await addProgram('chromium');
    const own = await addProgram('my-chrome');
    expect(await provideChromium(contextWith({ KENALI_CHROMIUM: own }))).toBe(own);
  });

  it('is found on the PATH by its usual names', async () => {
    const path = await addProgram('google-chrome');
    expect(await provideChromium(contextWith({}))).toBe(path);
  });

  it('is asked for where there is none, and not installed on anybody’s own machine', async () => {
    await addProgram('apt-get');
    await expect(provideChromium(contextWith({}))).rejects.toThrow(/apt-get install chromium/);
    const wrong = contextWith({ KENALI_CHROMIUM: join(folder, 'gone') });
    await expect(provideChromium(wrong)).rejects.toThrow(NoBrowser);
    expect(commands).toEqual([]);
  });

  it('is installed on a CI machine of ours', async () => {
    await addProgram('apt-get');
    const asRoot = process.getuid?.() === 0;
    const provided = provideChromium(contextWith({ CI: 'true' }));
    if (!asRoot) {
      await expect(provided).rejects.toThrow(NoBrowser);
      return;
    }
    expect(await provided).toBe(join(folder, 'chromium'));
    expect(commands).toEqual([
      expect.stringMatching(/apt-get update$/),
      expect.stringMatching(/apt-get install .*chromium$/),
    ]);
  });
});
