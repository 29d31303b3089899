import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ErasureScope } from '../../contract/erasure.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { erasureWorkflowId } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import { createFakeActivities } from './fake-activities.js';
import { createFakeErasing, type FakeErasing } from './fake-erasing.js';
import { withWorkers } from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();
let fake: FakeErasing;

beforeEach(() => {
  fake = createFakeErasing();
});

const unfinished = () => ApplicationFailure.retryable('not yet', 'ErasureUnfinished');

function run(type: string, workflowId: string, args: readonly unknown[]): Promise<unknown> {
  const fakes = createFakeActivities();
  const sessions = { ...fakes.sessions, ...fake.activities };
  return withWorkers(stage, { ...fakes, sessions }, () =>
    stage.environment.client.workflow.execute(type, {
      workflowId,
      taskQueue: TaskQueue.SESSIONS,
      args: [...args],
    }),
  );
}

/** Answers how much time it took, by its own history: the server's clock may run on when it is over. */
async function erase(scope: ErasureScope): Promise<number> {
  const key = { submissionId: randomUUID(), scope };
  const workflowId = erasureWorkflowId(key);
  await run(WorkflowType.ERASURE, workflowId, [key]);
  const { startTime, closeTime } = await stage.environment.client.workflow
    .getHandle(workflowId)
    .describe();
  return closeTime!.getTime() - startTime.getTime();
}

const HOUR_MS = 3_600_000;

describe('an erasure', () => {
  it('ends, erases, waits for the callback and proves, in this order', async () => {
    await erase('ALL');
    expect(fake.calls).toEqual(['endSubmission', 'eraseContent', 'awaitCallbacks', 'proveErasure']);
  });

  it('of images waits for no callback', async () => {
    await erase('IMAGES');
    expect(fake.calls).toEqual(['endSubmission', 'eraseContent', 'proveErasure']);
  });

  it('erases nothing before the session has ended', async () => {
    fake.failures.endSubmission = [unfinished(), unfinished()];
    await erase('ALL');
    expect(fake.calls.slice(0, 4)).toEqual([
      ...['endSubmission', 'endSubmission', 'endSubmission'],
      'eraseContent',
    ]);
  });

  it('proves nothing while an upload may still arrive', async () => {
    fake.quietAt = new Date((await stage.environment.currentTimeMs()) + HOUR_MS).toISOString();
    const tookMs = await erase('ALL');
    expect(tookMs).toBeGreaterThanOrEqual(0.99 * HOUR_MS);
    expect(fake.calls.at(-1)).toBe('proveErasure');
  });

  it('gives a callback up after three and a quarter hours, and proves then', async () => {
    fake.activities.awaitCallbacks = () => Promise.reject(unfinished());
    const tookMs = await erase('ALL');
    expect(tookMs).toBeGreaterThan(3.1 * HOUR_MS);
    expect(tookMs).toBeLessThan(3.5 * HOUR_MS);
    expect(fake.calls).toEqual(['endSubmission', 'eraseContent', 'endCallbacks', 'proveErasure']);
  });

  it('goes on proving until everything is gone', async () => {
    fake.failures.proveErasure = Array.from({ length: 12 }, unfinished);
    await erase('ALL');
    expect(fake.calls.filter((name) => name === 'proveErasure')).toHaveLength(13);
  });
});

describe('a retention sweep', () => {
  const sweep = () => run(WorkflowType.RETENTION_SWEEP, `retention-sweep-${randomUUID()}`, []);

  it('begins what is overdue batch by batch, and starts all that does not run', async () => {
    fake.moreBatches = 1;
    fake.pages.push({ submissionId: 'hundredth', scope: 'ALL' });
    fake.places.push('first hundred');
    await sweep();
    expect(fake.calls).toEqual([
      ...['beginOverdue', 'beginOverdue'],
      ...['startPending from the first', 'startPending hundredth'],
      ...['deleteExpiredGrants', 'removeStray from the first', 'removeStray first hundred'],
      'startRenewals',
    ]);
  });

  it('does its other steps where one fails, and fails at its end', async () => {
    fake.broken.add('beginOverdue').add('deleteExpiredGrants');
    await expect(sweep()).rejects.toMatchObject({
      cause: {
        type: 'SweepUnfinished',
        message: 'a sweep has not done all of beginOverdue, deleteExpiredGrants',
      },
    });
    expect(fake.calls).toEqual([
      ...['beginOverdue', 'startPending from the first'],
      ...['deleteExpiredGrants', 'removeStray from the first', 'startRenewals'],
    ]);
  });

  it('goes on where a batch has left something out, and fails at its end', async () => {
    fake.moreBatches = 1;
    fake.failedOfBatch = 1;
    await expect(sweep()).rejects.toMatchObject({ cause: { type: 'SweepUnfinished' } });
    expect(fake.calls).toEqual([
      ...['beginOverdue', 'beginOverdue', 'startPending from the first'],
      ...['deleteExpiredGrants', 'removeStray from the first', 'startRenewals'],
    ]);
  });

  it('is bounded, however much there is', async () => {
    fake.moreBatches = 1000;
    await sweep();
    expect(fake.calls.filter((name) => name === 'beginOverdue')).toHaveLength(20);
  });
});
