import { readFile, rm, writeFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ManagedProcess } from '../processes/managed-process.js';
import { readProcessIdentity } from '../processes/process-identity.js';
import { signalGroup } from '../processes/signal-group.js';

const recordedProcess = z.object({ name: z.string(), pid: z.int(), identity: z.string() });
const lockFile = z.object({ owner: recordedProcess, started: z.array(recordedProcess) });

type RecordedProcess = z.infer<typeof recordedProcess>;

/** Another platform runs from the folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

export interface InstanceLock {
  /** Notes what runs, so that the next start finds it should this process be killed outright. */
  record(running: readonly ManagedProcess[]): void;
  release(): Promise<void>;
}

const LEFTOVER_GRACE_MS = 10_000;

/**
 * Takes the folder for this process. Where an earlier owner was killed outright, stops what it
 * left running first.
 *
 * @throws FolderInUseError when the owner is alive
 */
export async function takeInstanceLock(
  path: string,
  report: (line: string) => void,
): Promise<InstanceLock> {
  const earlier = await readLock(path);
  if (earlier !== null) {
    if (isAlive(earlier.owner)) {
      throw new FolderInUseError(
        `A platform is already running from this folder (process ${String(earlier.owner.pid)}, noted in ${path}). Stop it first, or set KENALI_STATE_DIR to another folder.`,
      );
    }
    await stopLeftovers(earlier.started, report);
    await rm(path, { force: true });
  }
  const owner = describeProcess('npm start', process.pid);
  const content = (started: readonly RecordedProcess[]) => JSON.stringify({ owner, started });
  await writeFile(path, content([]), { flag: 'wx' });
  return {
    record(running) {
      writeFileSync(path, content(running.map(({ name, pid }) => describeProcess(name, pid))));
    },
    release: () => rm(path, { force: true }),
  };
}

async function readLock(path: string): Promise<z.infer<typeof lockFile> | null> {
  try {
    return lockFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    await rm(path, { force: true });
    return null;
  }
}

function describeProcess(name: string, pid: number): RecordedProcess {
  return { name, pid, identity: readProcessIdentity(pid) ?? '' };
}

function isAlive({ pid, identity }: RecordedProcess): boolean {
  return identity !== '' && readProcessIdentity(pid) === identity;
}

async function stopLeftovers(
  started: readonly RecordedProcess[],
  report: (line: string) => void,
): Promise<void> {
  for (const leftover of started.filter(isAlive).toReversed()) {
    report(`Stopping ${leftover.name}, which the last run left behind (${String(leftover.pid)})`);
    // SIGINT is what all of them end on, Postgres without waiting for its clients.
    process.kill(leftover.pid, 'SIGINT');
    const deadline = Date.now() + LEFTOVER_GRACE_MS;
    while (isAlive(leftover) && Date.now() < deadline) await sleep(50);
    if (isAlive(leftover)) signalGroup(leftover.pid, 'SIGKILL');
  }
}
