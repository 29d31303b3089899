import { describe, expect, it } from 'vitest';
import { dissectHistory, type HistoryMoment } from './dissect-history.js';
import { parseSmaps } from './memory.js';
import { parseStat, secondsOf, treeOf } from './process-table.js';
import { readBusySeconds, subtractReadings, type ProcessorReading } from './processor-time.js';

const statLine = (pid: number, parentPid: number, name: string) =>
  `${String(pid)} (${name}) S ${String(parentPid)} 1 1 0 -1 4194560 100 0 0 0 250 50 10 5 20 0 1 0 100`;

describe('the table of processes', () => {
  it('reads a process whose name has brackets and spaces', () => {
    expect(parseStat(statLine(42, 7, 'tokio) runtime (x'))).toEqual({
      pid: 42,
      parentPid: 7,
      ownSeconds: 3,
      endedChildrenSeconds: 0.15,
    });
  });

  it('takes no other text for a process', () => {
    expect(parseStat('')).toBeNull();
    expect(parseStat('12 (short) S 1')).toBeNull();
  });

  it('counts a process with its descendants, those that have ended too, and nobody else', () => {
    const row = (pid: number, parentPid: number) => ({
      pid,
      parentPid,
      ownSeconds: 1,
      endedChildrenSeconds: 0.5,
    });
    const rows = [row(1, 0), row(2, 1), row(3, 2), row(4, 0)];
    expect(secondsOf(treeOf(rows, 1))).toBe(4.5);
  });
});

describe('processor time', () => {
  const reading = (factor: number): ProcessorReading => ({
    atMs: factor * 10_000,
    groups: { 'worker-vision': factor * 12, api: factor * 3 },
    inference: factor * 9,
    driver: factor * 1,
    machine: factor * 18,
  });

  it('is shared out between networks, platform, driver and whoever else is there', () => {
    const use = subtractReadings(reading(1), reading(2), 2);
    expect(use).toMatchObject({ wallSeconds: 10, groups: { 'worker-vision': 12, api: 3 } });
    expect(use.inferenceShare).toBeCloseTo(9 / 15);
    expect(use.inferenceShareOfMachine).toBeCloseTo(9 / 20);
    expect(use.idleShare).toBeCloseTo(2 / 20);
    expect(use.foreignShare).toBeCloseTo(2 / 20);
  });

  it('counts a process whole that was started in between', () => {
    const after = { ...reading(2), groups: { ...reading(2).groups, 'worker-vision-2': 4 } };
    expect(subtractReadings(reading(1), after, 2).groups['worker-vision-2']).toBe(4);
  });

  it('of the machine leaves out idling and waiting for disks, and counts no guest twice', () => {
    expect(readBusySeconds('cpu  100 20 30 4000 500 6 7 8 90 10\ncpu0 1 1 1')).toBeCloseTo(1.71);
  });
});

describe('parseSmaps', () => {
  it('reads both sizes, and zeros of a process that has gone', () => {
    const text = 'Rss:              300 kB\nPss:              100 kB\nPss_Dirty:  5 kB\n';
    expect(parseSmaps(text)).toEqual({ rssBytes: 307_200, pssBytes: 102_400 });
    expect(parseSmaps('')).toEqual({ rssBytes: 0, pssBytes: 0 });
  });
});

describe('dissectHistory', () => {
  let id = 0;
  const moment = (
    kind: HistoryMoment['kind'],
    atMs: number,
    more: Partial<HistoryMoment> = {},
  ): HistoryMoment => ({ id: (id += 1), kind, atMs, scheduledId: null, activity: null, ...more });

  function activity(name: string, [scheduled, started, completed]: readonly number[]) {
    const begun = moment('ACTIVITY_SCHEDULED', scheduled ?? 0, { activity: name });
    return [
      begun,
      moment('ACTIVITY_STARTED', started ?? 0, { scheduledId: begun.id }),
      moment('ACTIVITY_COMPLETED', completed ?? 0, { scheduledId: begun.id }),
    ];
  }

  function task([scheduled, started, completed]: readonly number[]) {
    const begun = moment('TASK_SCHEDULED', scheduled ?? 0);
    return [
      begun,
      moment('TASK_STARTED', started ?? 0, { scheduledId: begun.id }),
      moment('TASK_COMPLETED', completed ?? 0, { scheduledId: begun.id }),
    ];
  }

  it('finds two hops where checks run side by side and the result follows', () => {
    const found = dissectHistory([
      ...task([0, 1, 2]),
      moment('CONFIRMED', 100),
      ...activity('readKtp', [101, 110, 500]),
      ...activity('assessLiveness', [101, 120, 300]),
      ...task([500, 510, 515]),
      ...activity('recordOutcome', [516, 520, 530]),
      ...task([530, 531, 532]),
    ]);
    expect(found).toMatchObject({
      takenAt: 100,
      hops: 2,
      checksFrom: 101,
      checksTo: 500,
      recordScheduledAt: 516,
      recordedAt: 530,
      tasks: [{ waitMs: 10, runMs: 5 }],
    });
    expect(found?.activities[1]).toMatchObject({ activity: 'assessLiveness', waitMs: 19, hop: 1 });
  });

  it('finds three where one check waits for another', () => {
    const found = dissectHistory([
      moment('CONFIRMED', 100),
      ...activity('readKtp', [101, 110, 500]),
      ...activity('matchFace', [520, 530, 700]),
      ...activity('recordOutcome', [720, 730, 740]),
    ]);
    expect(found?.hops).toBe(3);
  });

  it('is null as long as there is no result', () => {
    expect(dissectHistory([moment('CONFIRMED', 1)])).toBeNull();
    expect(dissectHistory(activity('recordOutcome', [1, 2, 3]))).toBeNull();
  });
});
