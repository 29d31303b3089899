import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommandLine } from '../processes/process-identity.js';

/**
 * Removes the `postmaster.pid` that a killed Postgres left. Postgres itself refuses to start when
 * any process has taken over that number in the meantime. The caller holds the state folder's
 * lock and has stopped what an earlier run left.
 *
 * @throws Error when a Postgres is at work on the folder
 */
export async function clearStalePidFile(dataDir: string): Promise<void> {
  const path = join(dataDir, 'postmaster.pid');
  const content = await readFile(path, 'utf8').catch(() => null);
  if (content === null) return;
  const pid = Number(content.split('\n')[0]);
  if (Number.isInteger(pid) && readCommandLine(pid).includes(dataDir)) {
    throw new Error(
      `A Postgres (process ${String(pid)}) is at work on ${dataDir}. Stop it with: kill -INT ${String(pid)}`,
    );
  }
  await rm(path, { force: true });
}
