import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../contract/submission-policy.js';
import { StoreError } from '../../db/store-error.js';
import { StorageError } from '../../storage/storage-error.js';
import { createErasureActivities } from './create-erasure-activities.js';
import {
  createErasureWorld,
  createFakeErasure,
  type ErasureWorld,
} from './testing/fake-erasure.js';

const NOW = new Date('2026-11-23T09:00:00Z');
const KEY = { submissionId: 'one', scope: 'ALL' } as const;
const ENDED = {
  processedAt: new Date('2026-11-23T08:00:00Z'),
  closedAt: new Date('2026-11-23T08:05:00Z'),
  expiresAt: new Date('2026-11-24T08:00:00Z'),
  judgedAttempt: 1,
  erasedAt: null,
  policy: DEFAULT_POLICY,
};

function worldOf(changed: Partial<ErasureWorld> = {}): ErasureWorld {
  const world = createErasureWorld('ALL', ENDED);
  world.objects = [
    { key: 'captures/one/1/KTP', versionId: 'a' },
    { key: 'captures/one/1/KTP', versionId: 'b' },
    { key: 'captures/one/1/SELFIE', versionId: 'null' },
  ];
  world.runs = [
    { workflowId: 'submission/one', runId: 'r1', isOpen: false },
    { workflowId: 'callback/one/1', runId: 'r2', isOpen: false },
  ];
  world.tables = ['assessment', 'capture', 'submission', 'user_grant'];
  return Object.assign(world, changed);
}

const activitiesOf = (world: ErasureWorld) =>
  createErasureActivities(createFakeErasure(world, () => NOW));

const unfinished = { type: 'ErasureUnfinished', nonRetryable: false };

describe('proving an erasure', () => {
  it('signs once nothing is left, with every version counted and no key in clear', async () => {
    const world = worldOf();
    await activitiesOf(world).proveErasure(KEY);
    expect(world).toMatchObject({ objects: [], runs: [], tables: [] });
    expect(world.signed).toMatchObject([
      { objects: { count: 3 }, workflows: ['callback/one/1', 'submission/one'] },
    ]);
    expect(world.signed[0]?.objects.keyHashes).toHaveLength(2);
    expect(JSON.stringify(world.signed)).not.toContain('captures/');
  });

  it('signs nothing while something is still there, and says what', async () => {
    const world = worldOf({ tables: ['selfie_fingerprint'] });
    const proving = activitiesOf(world).proveErasure(KEY);
    await expect(proving).rejects.toMatchObject(unfinished);
    await expect(proving).rejects.toThrow('not gone yet: selfie_fingerprint');
    expect(world.signed).toEqual([]);
  });

  /** Every step of a whole erasure, by its place in the order. */
  it('ends in one complete proof wherever it is stopped', async () => {
    const steps: string[] = [];
    const whole = worldOf();
    whole.onStep = (step) => void steps.push(step);
    await activitiesOf(whole).proveErasure(KEY);
    expect(steps.length).toBeGreaterThan(12);

    for (const stopped of steps.keys()) {
      const world = worldOf();
      const { proveErasure } = activitiesOf(world);
      let count = 0;
      world.onStep = (step) => {
        count += 1;
        if (count === stopped + 1) throw new StoreError(step, '57P01', null);
      };
      await expect(proveErasure(KEY)).rejects.toBeInstanceOf(ApplicationFailure);
      world.onStep = () => undefined;
      await proveErasure(KEY);
      expect(world.record.proof, steps[stopped]).not.toBeNull();
      expect(world.signed.at(-1)).toEqual(whole.signed[0]);
      await proveErasure(KEY);
      expect(world.signed.length, steps[stopped]).toBeLessThanOrEqual(2);
    }
  });

  it('with images alone leaves rows and histories as they are', async () => {
    const world = worldOf({ record: { ...worldOf().record, scope: 'IMAGES' } });
    await activitiesOf(world).proveErasure({ ...KEY, scope: 'IMAGES' });
    expect(world.objects).toEqual([]);
    expect(world.runs).toHaveLength(2);
    expect(world.tables).toHaveLength(4);
    expect(world.signed).toMatchObject([{ scope: 'IMAGES', objects: { count: 3 } }]);
  });

  it('waits for an object store that is away', async () => {
    const world = worldOf();
    world.onStep = (step) => {
      if (step === 'listObjects') throw new StorageError('listing captures', 'ECONNREFUSED', true);
    };
    await expect(activitiesOf(world).proveErasure(KEY)).rejects.toMatchObject({
      type: 'StorageUnavailable',
      nonRetryable: false,
    });
  });
});

describe('ending what is to be erased', () => {
  it('answers when the last address of an upload is no good any more', async () => {
    const { quietAt } = await activitiesOf(worldOf()).endSubmission(KEY);
    // Ten minutes of the policy from the last address on, and one for what was under way.
    expect(quietAt).toBe('2026-11-23T08:16:00.000Z');
    const before = worldOf({ submission: { ...ENDED, closedAt: null } });
    const ofEarlierVersion = await activitiesOf(before).endSubmission(KEY);
    expect(ofEarlierVersion.quietAt).toBe('2026-11-23T08:11:00.000Z');
  });

  it('cancels what is in progress and asks again until it has ended', async () => {
    const steps: string[] = [];
    const world = worldOf({ submission: { ...ENDED, processedAt: null, closedAt: null } });
    world.onStep = (step) => void steps.push(step);
    await expect(activitiesOf(world).endSubmission(KEY)).rejects.toMatchObject(unfinished);
    expect(steps).toEqual(['findSubmission', 'end']);
    expect(world.outcomes).toEqual([]);
  });

  it.each([
    ['was stopped', null, 'CANCELLED_BY_PARTNER'],
    [
      'has timed out',
      { status: 'ERROR', result: null, reasonCode: 'SESSION_TIMEOUT' },
      'SESSION_TIMEOUT',
    ],
    ['has decided', { status: 'COMPLETED', result: 'VALID', reasonCode: null }, null],
  ] as const)(
    'records and tells the end of a submission whose workflow %s',
    async (_case, answer, reasonCode) => {
      const inProgress = { ...ENDED, processedAt: null, closedAt: null };
      const world = worldOf({ submission: inProgress, closed: { state: 'CLOSED', answer } });
      const steps: string[] = [];
      world.onStep = (step) => void steps.push(step);
      await expect(endClosed(world)).rejects.toMatchObject(unfinished);
      expect(world.outcomes).toMatchObject([{ outcome: { ...answer, reasonCode } }]);
      expect(steps).toContain('startCallback 1');
    },
  );

  it('records nothing where the workflow runs again', async () => {
    const inProgress = { ...ENDED, processedAt: null, closedAt: null };
    const world = worldOf({ submission: inProgress, closed: { state: 'OPEN' } });
    await expect(endClosed(world)).rejects.toMatchObject(unfinished);
    expect(world.outcomes).toEqual([]);
  });
});

const STOPPED = { state: 'CLOSED', answer: null } as const;

async function startedFor(world: ErasureWorld, scope: 'ALL' | 'IMAGES'): Promise<string[]> {
  const steps: string[] = [];
  world.onStep = (step) => void steps.push(step);
  await activitiesOf(world).endSubmission({ ...KEY, scope });
  return steps.filter((step) => step.startsWith('startCallback'));
}

/** Of what Temporal does not cancel any more. */
function endClosed(world: ErasureWorld) {
  const fake = createFakeErasure(world, () => NOW);
  const runs = { ...fake.runs, end: () => Promise.resolve('CLOSED' as const) };
  return createErasureActivities({ ...fake, runs }).endSubmission(KEY);
}

describe('callbacks of what is to be erased', () => {
  const pending = [{ delivery: 2, state: 'PENDING' } as const];
  const sent = [{ delivery: 1, state: 'DELIVERED' } as const];
  const lost = { state: 'NONE' } as const;
  it.each([
    ['without a delivery', { deliveries: [], delivering: lost }, ['startCallback 1']],
    ['that was told', { deliveries: sent }, []],
    ['without a delivery, which is erased,', { deliveries: [], erasedAt: NOW }, []],
    ['whose delivery was lost', { deliveries: pending, delivering: lost }, ['startCallback 2']],
    [
      'whose delivery was stopped',
      { deliveries: pending, delivering: STOPPED },
      ['startCallback 2'],
    ],
    ['whose delivery goes on', { deliveries: pending, delivering: { state: 'OPEN' } }, []],
  ] as const)('are started or not for an end %s', async (_case, given, started) => {
    const world = worldOf();
    Object.assign(world, { submission: { ...ENDED, ...given }, ...given });
    expect(await startedFor(world, 'ALL')).toEqual(started);
  });

  it('are not started where images alone go', async () => {
    const world = worldOf({ deliveries: [], delivering: lost });
    expect(await startedFor(world, 'IMAGES')).toEqual([]);
  });

  it('are recorded where a workflow has delivered and its row does not say so', async () => {
    const world = worldOf({ deliveries: [...pending] });
    expect(await startedFor(world, 'ALL')).toEqual([]);
    expect(world.deliveries).toEqual([{ delivery: 2, state: 'DELIVERED' }]);
  });

  it('are given up at the proof, where one is pending that nobody tries', async () => {
    const world = worldOf({ deliveries: [...pending], delivering: lost });
    await activitiesOf(world).proveErasure(KEY);
    expect(world.deliveries).toEqual([{ delivery: 2, state: 'DEAD' }]);
  });

  const open = { workflowId: 'callback/one/2', runId: 'r3', isOpen: true };

  it('are waited for while one is tried', async () => {
    const world = worldOf({ runs: [open] });
    const { awaitCallbacks } = activitiesOf(world);
    await expect(awaitCallbacks(KEY)).rejects.toMatchObject(unfinished);
    world.runs = [{ ...open, isOpen: false }];
    await expect(awaitCallbacks(KEY)).resolves.toBeUndefined();
  });

  it('are given up, the open ones alone', async () => {
    const closed = { workflowId: 'callback/one/1', runId: 'r2', isOpen: false };
    const world = worldOf({ runs: [closed, open] });
    await activitiesOf(world).endCallbacks(KEY);
    expect(world.runs).toEqual([closed]);
  });
});
