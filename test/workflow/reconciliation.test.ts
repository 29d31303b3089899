import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../contract/reconciliation.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import { createFakeActivities } from './fake-activities.js';
import { createFakeReconciling, type FakeReconciling } from './fake-reconciling.js';
import { withWorkers } from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();
let fake: FakeReconciling;

beforeEach(() => {
  fake = createFakeReconciling();
});

/** Answers the report, and the length of the first execution's history. */
function reconcile() {
  const fakes = createFakeActivities();
  const sessions = { ...fakes.sessions, ...fake.activities };
  return withWorkers(stage, { ...fakes, sessions }, async () => {
    const handle = await stage.environment.client.workflow.start(WorkflowType.RECONCILIATION, {
      workflowId: `reconciliation-${randomUUID()}`,
      taskQueue: TaskQueue.SESSIONS,
    });
    const report: unknown = await handle.result();
    const first = stage.environment.client.workflow.getHandle(
      handle.workflowId,
      handle.firstExecutionRunId,
    );
    const { historyLength } = await first.describe();
    return { report, historyLength };
  });
}

const finding = (kind: Finding['kind'], isMended: boolean): Finding => ({
  kind,
  submissionId: randomUUID(),
  isMended,
});

describe('a reconciliation', () => {
  it('looks everywhere, page by page, and reports nothing where everything agrees', async () => {
    fake.pages.reconcileWorkflows = 3;
    expect((await reconcile()).report).toEqual({});
    expect(fake.calls).toEqual([
      'reconcileSubmissions',
      ...['reconcileWorkflows', 'reconcileWorkflows 2', 'reconcileWorkflows 3'],
      ...['reconcileDeliveries', 'findLeftUploads'],
    ]);
  });

  it('reports what each look found, by its kind', async () => {
    const started = finding('UNSTARTED', true);
    const lost = finding('WITHOUT_ROW', false);
    fake.findings.reconcileSubmissions = [started];
    fake.findings.reconcileWorkflows = [lost];
    expect((await reconcile()).report).toEqual({
      UNSTARTED: { found: 1, mended: 1, submissionIds: [started.submissionId] },
      WITHOUT_ROW: { found: 1, mended: 0, submissionIds: [lost.submissionId] },
    });
  });

  it('makes its other looks where one fails, and fails at its end', async () => {
    fake.pages.reconcileSubmissions = 60;
    fake.broken.add('reconcileWorkflows').add('findLeftUploads');
    await expect(reconcile()).rejects.toMatchObject({
      cause: {
        type: 'ReconciliationUnfinished',
        message: 'a reconciliation has not done all of reconcileWorkflows, findLeftUploads',
      },
    });
    expect(fake.calls.slice(-3)).toEqual([
      ...['reconcileWorkflows', 'reconcileDeliveries', 'findLeftUploads'],
    ]);
  });

  it('goes on in a new execution where there is much, with one report', async () => {
    fake.pages.reconcileSubmissions = 120;
    fake.findings.reconcileSubmissions = [finding('OVERDUE', true)];
    fake.findings.reconcileDeliveries = [finding('UNTOLD', true)];
    const { report, historyLength } = await reconcile();
    expect(report).toMatchObject({ OVERDUE: { found: 1 }, UNTOLD: { found: 1 } });
    expect(fake.calls).toHaveLength(123);
    expect(new Set(fake.calls).size).toBe(123);
    expect(historyLength).toBeLessThan(400);
  });
});
