import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProcess, type ManagedProcess } from '../processes/managed-process.js';
import { readProcessIdentity } from '../processes/process-identity.js';
import { FolderInUseError, takeInstanceLock } from './instance-lock.js';

let folder: string;
let path: string;
let leftover: ManagedProcess | null;
const ignore = () => undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-lock-'));
  path = join(folder, 'running.json');
  leftover = null;
});
afterEach(async () => {
  leftover?.signal('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Number of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

function startSleeper(): Promise<ManagedProcess> {
  return startProcess({
    name: 'Postgres',
    command: 'sleep',
    args: ['60'],
    environment: process.env,
    cwd: folder,
    logPath: join(folder, 'log'),
  });
}

describe('takeInstanceLock', () => {
  it('refuses a folder that a living process holds, naming it', async () => {
    await takeInstanceLock(path, ignore);
    const second = takeInstanceLock(path, ignore);
    await expect(second).rejects.toThrow(FolderInUseError);
    await expect(second).rejects.toThrow(String(process.pid));
  });

  it('gives the folder again once it was released', async () => {
    await (await takeInstanceLock(path, ignore)).release();
    await expect(takeInstanceLock(path, ignore)).resolves.toBeDefined();
  });

  it('takes over from a killed owner and stops what that left running', async () => {
    leftover = await startSleeper();
    const lock = await takeInstanceLock(path, ignore);
    lock.record([leftover]);
    const noted = JSON.parse(await readFile(path, 'utf8')) as { owner: { pid: number } };
    noted.owner.pid = await endedPid();
    await writeFile(path, JSON.stringify(noted));

    const reported: string[] = [];
    await takeInstanceLock(path, (line) => reported.push(line));
    expect(leftover.isRunning() && readProcessIdentity(leftover.pid) !== null).toBe(false);
    expect(reported).toEqual([expect.stringContaining(String(leftover.pid))]);
  });

  it('leaves alone a process that merely has the same number now', async () => {
    leftover = await startSleeper();
    const owner = { name: 'npm start', pid: await endedPid(), identity: 'long ago' };
    const started = [{ name: 'Postgres', pid: leftover.pid, identity: 'long ago' }];
    await writeFile(path, JSON.stringify({ owner, started }));
    await takeInstanceLock(path, ignore);
    expect(readProcessIdentity(leftover.pid)).not.toBeNull();
  });

  it('replaces a damaged lock', async () => {
    await writeFile(path, '{"owner":');
    await expect(takeInstanceLock(path, ignore)).resolves.toBeDefined();
  });
});
