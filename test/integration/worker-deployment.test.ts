import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import proto from '@temporalio/proto';
import {
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { TaskQueue } from '../../contract/task-queue.js';
import { callbackWorkflowId } from '../../contract/workflow-id.js';
import { bundleWorkflows } from '../../temporal/bundle-workflows.js';
import { DEPLOYMENT_NAME, toDeployment } from '../../temporal/deployment.js';
import { addSearchAttributes } from '../../temporal/search-attributes.js';
import type {} from '../support/platform-context.js';
import { waitFor } from '../support/wait-for.js';
import { createFakeActivities } from '../workflow/fake-activities.js';
import { startSubmission, type RunningSubmission } from '../workflow/submission-driver.js';

const { temporalAddress: address } = inject('platform');
/** Of its own: making a version current would take the sessions of the platform under test. */
const namespace = `deployment-${randomUUID()}`;

let connection: Connection;
let nativeConnection: NativeConnection;
let client: Client;
let workflowBundle: { readonly code: string };
const fakes = createFakeActivities();
let isPartnerAway = false;
let stopFirst: () => Promise<void>;
const running: { readonly worker: Worker; readonly end: Promise<void> }[] = [];

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  connection = await Connection.connect({ address });
  nativeConnection = await NativeConnection.connect({ address });
  client = new Client({ connection, namespace });
  workflowBundle = await bundleWorkflows();
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: proto.google.protobuf.Duration.fromObject({
      seconds: 86_400,
    }),
  });
  await waitFor('the namespace', () =>
    addSearchAttributes(connection, namespace).then(
      () => true,
      () => false,
    ),
  );
});

afterAll(async () => {
  for (const { worker } of running) if (worker.getState() === 'RUNNING') worker.shutdown();
  await Promise.all(running.map(({ end }) => end));
  await nativeConnection.close();
  await connection.close();
});

/** Answers what stops it. */
async function startWorker(options: WorkerOptions): Promise<() => Promise<void>> {
  const worker = await Worker.create({ ...options, connection: nativeConnection, namespace });
  const end = worker.run();
  running.push({ worker, end });
  return () => {
    worker.shutdown();
    return end;
  };
}

/** Tried again after a second while the partner is away. */
function deliverCallback(): Promise<'delivered'> {
  if (!isPartnerAway) return Promise.resolve('delivered');
  return Promise.reject(ApplicationFailure.create({ message: 'away', nextRetryDelay: '1 second' }));
}

/** As the process does: a worker for each of its queues. */
async function startSessionsWorker(buildId: string): Promise<() => Promise<void>> {
  const stops = await Promise.all(
    [TaskQueue.SESSIONS, TaskQueue.CALLBACKS].map((taskQueue) =>
      startWorker({
        ...toDeployment(buildId),
        taskQueue,
        ...(taskQueue === TaskQueue.SESSIONS && { workflowBundle }),
        activities: { ...fakes.sessions, deliverCallback },
      }),
    ),
  );
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

const startVisionWorker = () =>
  startWorker({ taskQueue: TaskQueue.VISION, activities: fakes.vision });

/** As `temporal worker deployment set-current-version` does, once a worker of the version polls. */
const makeCurrent = (buildId: string) =>
  waitFor('the version to be current', () =>
    connection.workflowService
      .setWorkerDeploymentCurrentVersion({ namespace, deploymentName: DEPLOYMENT_NAME, buildId })
      .then(
        () => true,
        () => false,
      ),
  );

const begin = (): Promise<RunningSubmission> =>
  startSubmission({ client, currentTimeMs: () => Promise.resolve(Date.now()) }, 'KTP_SCAN');

async function readVersion(workflowId: string) {
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  const info = raw.workflowExecutionInfo?.versioningInfo;
  return { behavior: info?.behavior ?? 0, buildId: info?.deploymentVersion?.buildId ?? null };
}

const awaitVersion = (workflowId: string) =>
  waitFor('its first task', async () => {
    const version = await readVersion(workflowId);
    return version.buildId !== null && version;
  });

/** As `temporal workflow update-options --versioning-override-behavior auto_upgrade` does. */
const moveOn = (workflowId: string) =>
  connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { versioningOverride: { autoUpgrade: true } },
    updateMask: { paths: ['versioning_override'] },
  });

/** The value in Temporal's VersioningBehavior. */
const PINNED = 1;

describe('versions of the sessions worker', () => {
  it('keep a session where it began, and begin new ones on the current version', async () => {
    await startVisionWorker();
    stopFirst = await startSessionsWorker('first');
    await makeCurrent('first');
    const before = await begin();
    const pinned = { behavior: PINNED, buildId: 'first' };
    expect(await awaitVersion(before.handle.workflowId)).toEqual(pinned);

    await startSessionsWorker('second');
    const between = await begin();
    expect(await awaitVersion(between.handle.workflowId)).toEqual(pinned);
    await between.handle.terminate('the test needs it no more');

    await makeCurrent('second');
    const after = await begin();
    expect(await awaitVersion(after.handle.workflowId)).toEqual({ ...pinned, buildId: 'second' });

    await before.confirm(1, 'KTP');
    expect(await before.result()).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    expect(await readVersion(before.handle.workflowId)).toEqual(pinned);
    expect(await readVersion(callbackWorkflowId(before.id, 1))).toEqual(pinned);

    await after.confirm(1, 'KTP');
    expect(await after.result()).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
  });

  it('let what takes days be moved on, so that the old worker can go', async () => {
    isPartnerAway = true;
    await makeCurrent('first');
    const session = await begin();
    await session.confirm(1, 'KTP');
    await session.handle.result();
    const workflowId = callbackWorkflowId(session.id, 1);
    await awaitVersion(workflowId);
    await makeCurrent('second');
    await moveOn(workflowId);
    await stopFirst();
    isPartnerAway = false;
    expect(await client.workflow.getHandle(workflowId).result()).toBe('delivered');
    expect(await readVersion(workflowId)).toMatchObject({ buildId: 'second' });
  });
});
