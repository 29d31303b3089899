import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readProcessIdentity } from './process-identity.js';
import { CommandError, runCommand } from './run-command.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-command-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const shell = (script: string, signal = new AbortController().signal) => ({
  command: 'sh',
  args: ['-c', script],
  cwd: folder,
  environment: process.env,
  signal,
});

describe('runCommand', () => {
  it('passes on every line of both streams', async () => {
    const lines: string[] = [];
    await runCommand({
      ...shell('echo one; echo two >&2'),
      onLine: (line) => lines.push(line),
    });
    expect(lines.sort()).toEqual(['one', 'two']);
  });

  it('fails with the last lines of a command that fails', async () => {
    const running = runCommand(shell('echo no such module >&2; exit 3'));
    await expect(running).rejects.toThrow(CommandError);
    await expect(runCommand(shell('echo no such module >&2; exit 3'))).rejects.toThrow(
      /exit code 3[^]*no such module/,
    );
  });

  it('fails when there is no such command', async () => {
    const missing = { ...shell(''), command: 'kenali-no-such-command' };
    await expect(runCommand(missing)).rejects.toThrow(/cannot be started/);
  });

  it('ends what the command started, too, when aborted', async () => {
    const stop = new AbortController();
    const pidFile = join(folder, 'pid');
    const running = runCommand(shell(`sleep 60 & echo $! > ${pidFile}; wait`, stop.signal));
    const pid = Number(
      await vi.waitFor(async () => {
        const text = await readFile(pidFile, 'utf8');
        expect(text).toMatch(/\d+\n/);
        return text;
      }),
    );
    stop.abort(new Error('Ctrl-C'));
    await expect(running).rejects.toThrow('Ctrl-C');
    await vi.waitFor(() => {
      expect(readProcessIdentity(pid)).toBeNull();
    }, 6_000);
  }, 10_000);
});
