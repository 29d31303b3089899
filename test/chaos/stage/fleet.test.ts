import { expect, it } from 'vitest';
import type { ManagedProcess, ProcessSpec } from '../../../dev/processes/managed-process.js';
import { createProcessBook } from '../../../dev/processes/process-book.js';
import { createFleet } from './fleet.js';

const SPEC: ProcessSpec = {
  ...{ name: 'api', command: 'none', args: [], environment: {}, cwd: '.', logPath: 'none' },
};

/** Runs until it gets a signal. */
function createProcess(pid: number): ManagedProcess {
  let isRunning = true;
  let end: (how: string) => void = () => undefined;
  const exited = new Promise<string>((resolve) => {
    end = resolve;
  });
  const signal = () => {
    isRunning = false;
    end('signal');
  };
  return {
    ...{ name: 'api', pid, logPath: 'none', exited, signal },
    isRunning: () => isRunning,
    hasReportedReady: () => true,
    stop() {
      signal();
      return Promise.resolve();
    },
  };
}

async function startFleet() {
  const started: ManagedProcess[] = [];
  const start = () => {
    started.push(createProcess(started.length + 1));
    return Promise.resolve(started.at(-1)!);
  };
  const fleet = createFleet({ ...createProcessBook(), start }, () => Promise.resolve());
  await fleet.book.start(SPEC);
  fleet.watch(() => 0);
  return { fleet, started };
}

it('a kill is over when its victim has been started again', async () => {
  const { fleet, started } = await startFleet();
  await fleet.kill('api', 1);
  expect(started).toHaveLength(2);
  expect(fleet.find('api')).toBe(started[1]);
});

it('a victim that is away at its moment is killed when it is back', async () => {
  const { fleet, started } = await startFleet();
  const kills = [fleet.kill('api', 1)];
  await started[0]!.exited;
  expect(fleet.find('api')).toBeNull();
  kills.push(fleet.kill('api', 1));
  await Promise.all(kills);
  expect(started).toHaveLength(3);
  expect(fleet.outages.map(({ cause }) => cause)).toEqual(['KILL', 'KILL']);
});
