import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DevContext } from '../processes/process-book.js';
import { CommandError } from '../processes/run-command.js';
import { NoBrowser, provideChromium } from './find-chromium.js';

describe('the browser of the end-to-end tests', () => {
  let folder: string;
  let commands: string[];
  let download: (browsers: string) => Promise<void>;
  let start: () => Promise<void>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kenali-chromium-'));
    commands = [];
    download = keepProgram;
    start = () => Promise.resolve();
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const keepProgram = async (browsers: string) => {
    await mkdir(browsers, { recursive: true });
    await addProgram(join('browsers', 'chrome'));
  };
  const addProgram = async (name: string) => {
    const path = join(folder, name);
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
    return path;
  };
  const contextWith = (environment: Record<string, string>): DevContext => ({
    book: {
      start: () => Promise.reject(new Error('starts nothing')),
      run: async ({ command, args, environment: { PLAYWRIGHT_BROWSERS_PATH }, onLine }) => {
        commands.push([command, ...args].join(' '));
        if (args[0] === 'install') await addProgram('chromium');
        if (args[0] === '--input-type=module') onLine?.(join(PLAYWRIGHT_BROWSERS_PATH!, 'chrome'));
        if (args[1] === 'install') await download(PLAYWRIGHT_BROWSERS_PATH!);
        if (args[0] === '--version') await start();
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

  it('is asked for where a wrong one is named, and then no other is had', async () => {
    const wrong = contextWith({ KENALI_CHROMIUM: join(folder, 'gone') });
    await expect(provideChromium(wrong)).rejects.toThrow(/^KENALI_CHROMIUM names no program/);
    expect(commands).toEqual([]);
  });

  it('is Playwright’s own on anybody’s own machine, downloaded once into the cache', async () => {
    await addProgram('apt-get');
    const path = join(folder, 'browsers', 'chrome');
    expect(await provideChromium(contextWith({}))).toBe(path);
    expect(await provideChromium(contextWith({}))).toBe(path);
    expect(commands.filter((line) => line.includes('cli.js install'))).toHaveLength(1);
    expect(commands.filter((line) => line.includes('apt-get'))).toEqual([]);
  });

  it('is asked for where none can be downloaded, or the one that was cannot start', async () => {
    download = () => Promise.reject(new CommandError('no route to the host'));
    const away = provideChromium(contextWith({}));
    await expect(away).rejects.toThrow(NoBrowser);
    await expect(away).rejects.toThrow(/apt-get install chromium[^]*no route to the host/);
    download = keepProgram;
    start = () => Promise.reject(new CommandError('libnss3.so is missing'));
    await expect(provideChromium(contextWith({}))).rejects.toThrow(
      /install-deps chromium[^]*libnss3/,
    );
  });

  it.each([{ CI: 'true' }, { KENALI_SYSTEM_PACKAGES: 'true' }])(
    'is the system’s on a machine of ours and where it is asked for: %o',
    async (variables) => {
      await addProgram('apt-get');
      const provided = await provideChromium(contextWith(variables));
      if (process.getuid?.() !== 0) {
        expect(provided).toBe(join(folder, 'browsers', 'chrome'));
        return;
      }
      expect(provided).toBe(join(folder, 'chromium'));
      expect(commands).toEqual([
        expect.stringMatching(/apt-get update$/),
        expect.stringMatching(/apt-get install .*chromium$/),
      ]);
    },
  );
});
