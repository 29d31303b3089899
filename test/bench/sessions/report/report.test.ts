import { describe, expect, it } from 'vitest';
import { isSaturated } from '../load/is-saturated.js';
import type { MeasuredSession } from '../load/play-session.js';
import type { DissectedSession } from '../measure/read-histories.js';
import type { SessionsBench } from '../run-sessions-bench.js';
import { parseSessionsArguments } from '../sessions-arguments.js';
import { composeReport } from './compose-report.js';
import { drawProcessors, drawThroughput } from './draw-stages.js';
import { spreadOf } from './spread.js';
import { summariseSessions } from './summarise-sessions.js';

describe('isSaturated', () => {
  it.each([
    [[], false],
    [[60], false],
    [[60, 100], false],
    [[60, 100, 104], true],
    [[60, 100, 106], false],
    [[60, 100, 80], true],
  ])('of %j sessions a minute is %j', (rates, expected) => {
    expect(isSaturated(rates)).toBe(expected);
  });
});

describe('spreadOf', () => {
  it('names the smallest value that is not exceeded by so many', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(spreadOf(values)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, most: 100 });
    expect(spreadOf([7])).toMatchObject({ p50: 7, p99: 7 });
    expect(spreadOf([])).toEqual({ count: 0, p50: null, p95: null, p99: null, most: null });
  });
});

describe('the arguments', () => {
  it('are read with what is usual for the rest', () => {
    const { stages, stageMs, flows, waiting, visionWorkers } = parseSessionsArguments([
      ...['--stages', '1,3', '--seconds', '5', '--flow', 'ktp-scan', '--waiting', '0'],
    ]);
    expect({ stages, stageMs, flows, waiting, visionWorkers }).toEqual({
      stages: [1, 3],
      stageMs: 5_000,
      flows: ['KTP_SCAN'],
      waiting: 0,
      visionWorkers: [1, 2],
    });
  });

  it.each([
    ['--stages', '1,x'],
    ['--seconds', '0'],
    ['--flow', 'face-match'],
    ['--flow', 'face-verification'],
    ['--in-flight', '8'],
  ])('%s %s is refused', (name, value) => {
    expect(() => parseSessionsArguments([name, value])).toThrow(name);
  });
});

const session = (submissionId: string, ms: number): MeasuredSession => ({
  flow: 'KYC_LITE',
  submissionId,
  confirmedAt: 1_000,
  acceptedAt: 1_050,
  toldAt: 1_000 + ms,
  ended: 'COMPLETED',
});

const dissected = (one: MeasuredSession): DissectedSession => ({
  session: one,
  takenAt: 1_040,
  activities: [
    {
      ...{ scheduledId: 1, activity: 'readKtp', scheduledAt: 1_045, completedAt: 1_500 },
      ...{ waitMs: 20, runMs: 435, hop: 1 },
    },
  ],
  tasks: [{ waitMs: 5, runMs: 3 }],
  hops: 2,
  checksFrom: 1_045,
  checksTo: 1_500,
  recordScheduledAt: 1_510,
  recordedAt: 1_530,
});

const MEMORY = { api: { rssBytes: 100 * 2 ** 20, pssBytes: 50 * 2 ** 20 } };

const USE: SessionsBench['idle'] = {
  groups: { 'worker-vision': 15, api: 2 },
  inference: 12,
  driver: 1,
  machine: 18,
  wallSeconds: 10,
  cores: 2,
  inferenceShare: 12 / 17,
  inferenceShareOfMachine: 0.6,
  idleShare: 0.1,
  foreignShare: 0,
};

const BENCH: SessionsBench = {
  options: parseSessionsArguments([]),
  idle: { ...USE, groups: { api: 0.05 }, inference: 0 },
  singles: [{ flow: 'KYC_LITE', visionWorkers: 1, histories: [dissected(session('a', 600))] }],
  stages: [
    {
      flow: 'KYC_LITE',
      people: 2,
      visionWorkers: 1,
      sessions: [session('b', 900), session('c', 1_100)],
      sessionsPerMinute: 61.23,
      processors: USE,
      histories: [],
    },
  ],
  overload: {
    offeredPerMinute: 120,
    offered: 10,
    opened: 6,
    sessions: [session('d', 5_000)],
    lost: ['Confirm was refused: HTTP 500.'],
    refusals: { counts: { 503: 4 }, withoutRetryAfter: 0 },
    cheapCallsMs: [4, 5, 6],
  },
  waiting: {
    waiting: 1_024,
    openingSeconds: 9.6,
    before: MEMORY,
    after: { api: { rssBytes: 120 * 2 ** 20, pssBytes: 60 * 2 ** 20 } },
    singles: [session('e', 700)],
  },
  callbacks: new Map([['b', { arrivedAt: 2_000, told: 'COMPLETED VALID' }]]),
};

describe('the report of a run', () => {
  const summary = summariseSessions(BENCH);

  it('takes a session apart into parts that add up to it', () => {
    const [single] = summary.singles;
    const { taken, handedOut, checks, decided, recorded, told } = single!.parts;
    const parts = [taken, handedOut, checks, decided, recorded, told].map(({ p50 }) => p50 ?? 0);
    expect(parts).toEqual([40, 5, 455, 10, 20, 70]);
    expect(parts.reduce((sum, ms) => sum + ms, 0)).toBe(single!.resultMs.p50);
  });

  it('counts ends as the callback told them, and what was lost as lost', () => {
    expect(summary.stages[0]?.ended).toEqual({ 'COMPLETED VALID': 1, COMPLETED: 1 });
    expect(summary.overload).toMatchObject({
      opened: 6,
      completed: 1,
      lost: ['Confirm was refused: HTTP 500.'],
    });
  });

  it('shares out the memory that waiting sessions add', () => {
    expect(summary.waiting?.memory).toEqual([
      { process: 'api', rssMib: [100, 120], pssMib: [50, 60], pssKib: 10 },
    ]);
  });

  it('says all of it in words and tables', () => {
    const text = composeReport(summary);
    expect(text).toMatch(/KYC_LITE, 2 at once +\| 61\.2 +\| 6000 /);
    expect(text).toMatch(/nobody, a second +\| – +\| 0 +\| 0 +\| 5 /);
    expect(text).toMatch(/70\.6 % +\| 60\.0 % +\| 10\.0 % +\| 0\.0 %/);
    expect(text).toContain('Told to come again: 4 503, 0 of them without Retry-After.');
    expect(text).toContain('1024 sessions wait, opened in 10 s.');
  });

  it('draws a line for each flow and a stack for each stage', () => {
    expect(drawThroughput(summary.stages).match(/<polyline/g)).toHaveLength(1);
    // 12 of 20 seconds of a frame that is 342 high.
    expect(drawProcessors(summary.stages)).toContain('height="205.2" fill="#0072b2"');
  });
});
