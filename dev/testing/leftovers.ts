import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCommandLine, readProcessIdentity } from '../processes/process-identity.js';

/** Marks every process that a test run starts, directly or not: the environment is inherited. */
export const TEST_RUN_VARIABLE = 'KENALI_TEST_RUN';

const GRACE_MS = 5_000;

/**
 * Ends what a test left running, such as a test server whose test died before its teardown. Found
 * through the environment, for a server may have left its process group. On Linux alone: other
 * systems do not show it.
 */
export async function stopLeftovers(
  testRun: string,
  report: (line: string) => void,
): Promise<void> {
  const leftovers = findMarked(testRun);
  for (const pid of leftovers) {
    report(`Stopping what a test left behind: ${String(pid)} ${readCommandLine(pid).slice(0, 80)}`);
    signal(pid, 'SIGTERM');
  }
  const deadline = Date.now() + GRACE_MS;
  while (leftovers.some(isAlive) && Date.now() < deadline) await sleep(50);
  for (const pid of leftovers.filter(isAlive)) signal(pid, 'SIGKILL');
}

function findMarked(testRun: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  const mark = `${TEST_RUN_VARIABLE}=${testRun}`;
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && readEnvironment(pid).includes(mark))
    .filter(isAlive);
}

function readEnvironment(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${String(pid)}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  return readProcessIdentity(pid) !== null;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in the meantime.
  }
}
