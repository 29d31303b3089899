import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Client } from '@temporalio/client';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { uploadKey } from '../../contract/capture.js';
import type { FoundOfKind, FindingKind } from '../../contract/reconciliation.js';
import { MessageName } from '../../contract/submission-messages.js';
import {
  callbackWorkflowId,
  RECONCILIATION_SCHEDULE_ID,
  submissionWorkflowId,
} from '../../contract/workflow-id.js';
import { createCallbackEndpointStore } from '../../db/callback-endpoint-store.js';
import { connectDatabase, type DatabaseConnection } from '../../db/client.js';
import { createDeliveryStore } from '../../db/delivery-store.js';
import { createErasureStore } from '../../db/erasure-store.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { delivery } from '../../db/schema/delivery.js';
import { submission } from '../../db/schema/submission.js';
import {
  createSubmissionStore,
  type NewSubmission,
  type Submission,
} from '../../db/submission-store.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { createCaptureEraser } from '../../storage/capture-eraser.js';
import { createObjectClient } from '../../storage/object-client.js';
import { connectTemporal } from '../../temporal/connect.js';
import { startCallback } from '../../temporal/start-callback.js';
import { createKenaliCommand } from '../support/kenali-command.js';
import { newSubmission } from '../support/new-submission.js';
import { awaitNoPass, pausePasses, triggerReconciliation } from '../support/platform-passes.js';
import type {} from '../support/platform-context.js';
import { sessionDigests } from '../support/session-digests.js';
import {
  awaitUnlisted,
  readStatus,
  startAttended,
  startUnattended,
} from '../support/started-runs.js';
import { waitFor } from '../support/wait-for.js';

const platform = inject('platform');
const { storage } = platform;
const kenali = createKenaliCommand(platform);
const partnerCode = `R${randomBytes(6).toString('hex').toUpperCase()}`;
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

let connection: DatabaseConnection;
let temporal: Client;
let receiver: Server;
let resumePasses: () => Promise<void>;
/** What the partner was told, and what it answers. */
const told: { readonly webhookId: unknown; readonly submissionId: unknown }[] = [];
let answers = 200;

beforeAll(async () => {
  const keyRing = await readKeyRing(platform.sealingKeysPath);
  connection = connectDatabase(platform.databaseUrl, 2);
  temporal = await connectTemporal({
    address: platform.temporalAddress,
    namespace: 'default',
    keyRing,
  });
  resumePasses = await pausePasses(temporal);
  receiver = createServer((req, res) => {
    void json(req).then((body) => {
      const { submissionId } = body as { readonly submissionId: unknown };
      told.push({ webhookId: req.headers['webhook-id'], submissionId });
      res.writeHead(answers).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const partner = { code: partnerCode, name: 'Reconciled', settings: {} };
  await createPartnerStore(connection.database).add(partner);
  await createCallbackEndpointStore(connection.database, keyRing).saveEndpoint({
    partnerCode,
    url: `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/callback`,
    method: 'POST',
    payload: 'full',
    headers: {},
    secrets: [`whsec_${randomBytes(24).toString('base64')}`],
    isDisabled: false,
  });
});

afterAll(async () => {
  await resumePasses();
  receiver.close();
  await temporal.connection.close();
  await connection.close();
});

/** A row whose start was noted, so that the API does not start it. */
async function addRow(
  given: Partial<NewSubmission> = {},
  facts: Partial<Submission> = {},
): Promise<Submission> {
  const store = createSubmissionStore(connection.database, sessionDigests);
  const { id } = await store.createOrFind({
    ...newSubmission({ partnerCode, flow: 'KTP_SCAN', awaiting: ['KTP'] }),
    createdAt: minutes(-10),
    expiresAt: minutes(60),
    ...given,
  });
  const change = { startedAt: minutes(-10), ...facts };
  await connection.database.update(submission).set(change).where(eq(submission.id, id));
  return (await store.find(id))!;
}

const readRow = async (id: string) =>
  (await createSubmissionStore(connection.database, sessionDigests).find(id))!;

const endedBefore = (count: number) =>
  ({
    status: 'ERROR',
    reasonCode: 'CANCELLED_BY_PARTNER',
    awaiting: [],
    processedAt: minutes(-count),
  }) as const;

const listDeliveries = (submissionId: string) =>
  createDeliveryStore(connection.database).listDeliveries({ submissionId, limit: 10 });

const countTold = (submissionId: string) =>
  told.filter((message) => message.submissionId === submissionId).length;

async function awaitDelivered(submissionId: string) {
  await waitFor('the delivery', async () => {
    const [newest] = await listDeliveries(submissionId);
    return newest?.state === 'DELIVERED';
  });
}

/** What a pass says of one submission: the kinds it was found under. */
async function reconcile() {
  const report = (await kenali.runJson('reconcile')) as Partial<Record<FindingKind, FoundOfKind>>;
  return (submissionId: string) =>
    Object.entries(report)
      .filter(([, found]) => found.submissionIds.includes(submissionId))
      .map(([kind]) => kind);
}

describe('reconciliation', () => {
  it('runs on a schedule, one pass at a time, and in the audit log when it was asked for', async () => {
    const schedule = temporal.schedule.getHandle(RECONCILIATION_SCHEDULE_ID);
    expect((await schedule.describe()).policies.overlap).toBe('SKIP');
    await reconcile();
    const audited = await kenali.runJson('audit', 'list', '--action', 'reconciliation');
    expect(audited.entries).toMatchObject([{ action: 'reconciliation.asked' }]);
  });

  it('starts a row in progress whose workflow is not there, and leaves one that runs', async () => {
    const row = await addRow();
    expect((await reconcile())(row.id)).toEqual(['UNSTARTED']);
    expect(await readStatus(temporal, submissionWorkflowId(row.id))).toBe('RUNNING');
    expect((await reconcile())(row.id)).toEqual([]);
    expect(await readRow(row.id)).toMatchObject({ status: 'IN_PROGRESS' });
  });

  it('ends a row whose workflow was terminated, and the partner is told', async () => {
    const row = await addRow();
    await (await startUnattended(temporal, row)).terminate();
    await awaitUnlisted(temporal, row.id);
    expect((await reconcile())(row.id)).toEqual(['UNRECORDED_END']);
    expect(await readRow(row.id)).toMatchObject({
      status: 'ERROR',
      reasonCode: 'GENERIC_SERVICE_ERROR',
      nextAction: 'STATUS',
    });
    await awaitDelivered(row.id);
    expect((await reconcile())(row.id)).toEqual([]);
    expect(countTold(row.id)).toBe(1);
  });

  it('ends a row that was put back from a backup as its workflow decided, and tells nobody twice', async () => {
    const row = await addRow({ expiresAt: minutes(-1) });
    await reconcile();
    await awaitDelivered(row.id);
    const { status, reasonCode } = await readRow(row.id);
    expect({ status, reasonCode }).toEqual({ status: 'ERROR', reasonCode: 'SESSION_TIMEOUT' });
    await waitFor(
      'the end of both workflows',
      async () =>
        (await readStatus(temporal, submissionWorkflowId(row.id))) === 'COMPLETED' &&
        (await readStatus(temporal, callbackWorkflowId(row.id, 1))) === 'COMPLETED',
    );

    await awaitUnlisted(temporal, row.id);
    await connection.database.delete(delivery).where(eq(delivery.submissionId, row.id));
    const before = { status: 'IN_PROGRESS', reasonCode: null, processedAt: null } as const;
    const isRow = eq(submission.id, row.id);
    await connection.database.update(submission).set(before).where(isRow);
    expect((await reconcile())(row.id)).toEqual(['UNRECORDED_END']);
    expect(await readRow(row.id)).toMatchObject({ status, reasonCode });

    await connection.database
      .update(submission)
      .set({ processedAt: minutes(-10) })
      .where(isRow);
    expect((await reconcile())(row.id)).toEqual(['UNTOLD']);
    expect(await listDeliveries(row.id)).toMatchObject([{ delivery: 1, state: 'DELIVERED' }]);
    expect(countTold(row.id)).toBe(1);
  });

  it('ends a session that is hours past its lifetime and whose workflow does not end it', async () => {
    const row = await addRow({ expiresAt: minutes(-121) });
    await startUnattended(temporal, row);
    expect((await reconcile())(row.id)).toEqual(['OVERDUE']);
    expect(await readStatus(temporal, submissionWorkflowId(row.id))).toBe('TERMINATED');
    expect(await readRow(row.id)).toMatchObject({ reasonCode: 'SESSION_TIMEOUT', awaiting: [] });
    await awaitDelivered(row.id);
    expect(countTold(row.id)).toBe(1);
  });

  it('leaves one to its workflow that has decided and cannot write it yet', async () => {
    const row = await addRow({ expiresAt: minutes(-121) });
    const held = connectDatabase(platform.databaseUrl, 1);
    try {
      await held.database.transaction(async (tx) => {
        await tx.select().from(submission).where(eq(submission.id, row.id)).for('update');
        const running = await startAttended(temporal, { ...row, expiresAt: minutes(60) });
        await running.signal(MessageName.CANCEL_SUBMISSION);
        expect((await reconcile())(row.id)).toEqual(['OVERDUE']);
        expect(await readStatus(temporal, submissionWorkflowId(row.id))).toBe('RUNNING');
      });
    } finally {
      await held.close();
    }
    await awaitDelivered(row.id);
    expect(await readRow(row.id)).toMatchObject({ reasonCode: 'CANCELLED_BY_PARTNER' });
    expect(countTold(row.id)).toBe(1);
  });

  it('ends one that is to be erased too: its erasure waits for a workflow that does not end', async () => {
    const row = await addRow({ expiresAt: minutes(-121) });
    await startUnattended(temporal, row);
    await createErasureStore(connection.database).begin({
      ...{ submissionId: row.id, scope: 'ALL', rule: 'REQUEST' },
      ...{ retentionDays: null, requestId: null, begunAt: minutes(-1) },
    });
    expect((await reconcile())(row.id)).toEqual(['OVERDUE']);
    expect(await readStatus(temporal, submissionWorkflowId(row.id))).toBe('TERMINATED');
    expect(await readRow(row.id)).toMatchObject({ status: 'ERROR', awaiting: [] });
  });

  it('tells a partner of an end that nothing tells it of, once, by two passes at the same time', async () => {
    const row = await addRow({}, endedBefore(10));
    await Promise.all([reconcile(), triggerReconciliation(temporal)]);
    await awaitDelivered(row.id);
    await awaitNoPass(temporal);
    expect(await listDeliveries(row.id)).toMatchObject([{ delivery: 1 }]);
    expect(countTold(row.id)).toBe(1);
  });

  it('tells by the next delivery what one has died over that found no row to tell of', async () => {
    const { id } = newSubmission({ partnerCode });
    await startCallback(temporal, id, 1);
    expect(await temporal.workflow.getHandle(callbackWorkflowId(id, 1)).result()).toBe('dead');
    const row = await addRow({ id }, endedBefore(10));
    expect((await reconcile())(row.id)).toEqual(['UNTOLD']);
    await awaitDelivered(row.id);
    expect(await listDeliveries(row.id)).toMatchObject([
      { delivery: 2, state: 'DELIVERED' },
      { delivery: 1, state: 'DEAD', attempts: 0 },
    ]);
    expect(countTold(row.id)).toBe(1);
    expect((await reconcile())(row.id)).toEqual([]);
  });

  it('goes on with a delivery that was stopped under its id, and leaves one that is tried', async () => {
    answers = 500;
    const row = await addRow({}, endedBefore(10));
    await reconcile();
    await waitFor('the first try', () => Promise.resolve(countTold(row.id) > 0));
    expect((await reconcile())(row.id)).toEqual([]);
    await temporal.workflow.getHandle(callbackWorkflowId(row.id, 1)).terminate();
    answers = 200;
    expect((await reconcile())(row.id)).toEqual(['UNTOLD']);
    await awaitDelivered(row.id);
    expect(await listDeliveries(row.id)).toHaveLength(1);
    const own = told.filter(({ submissionId }) => submissionId === row.id);
    expect(new Set(own.map(({ webhookId }) => webhookId)).size).toBe(1);
  });

  it('tells of a workflow without a row while that may come back, and removes it when it is lost', async () => {
    const runs = [
      { expiresAt: minutes(60), partner: partnerCode },
      { expiresAt: minutes(-25 * 60), partner: partnerCode },
      { expiresAt: minutes(-25 * 60), partner: 'ANOTHER_DATABASE' },
    ].map(({ expiresAt, partner }) => newSubmission({ partnerCode: partner, expiresAt }));
    const client = createObjectClient(storage, storage.url);
    const captures = createCaptureEraser(storage);
    for (const one of runs) {
      const place = { submissionId: one.id, attempt: 1, documentType: 'KTP' } as const;
      await client.putObject(storage.bucket, uploadKey(place), Buffer.from('x'), 1);
      await startAttended(temporal, one);
    }
    const readStates = () =>
      Promise.all(runs.map(({ id }) => readStatus(temporal, submissionWorkflowId(id))));
    await waitFor('what is over to fail, in search too', async () => {
      const ids = runs.map(({ id }) => `'${submissionWorkflowId(id)}'`).join(', ');
      const query = `WorkflowId IN (${ids}) AND ExecutionStatus = 'Failed'`;
      return (await temporal.workflow.count(query)).count === 2;
    });
    expect(await readStates()).toEqual(['RUNNING', 'FAILED', 'FAILED']);
    const kindsOf = await reconcile();
    expect(runs.map(({ id }) => kindsOf(id))).toEqual(runs.map(() => ['WITHOUT_ROW']));
    await waitFor('the history to go', async () => (await readStates())[1] === null, 90_000);
    expect(await readStates()).toEqual(['RUNNING', null, 'FAILED']);
    const objects = await Promise.all(runs.map(({ id }) => captures.listObjects(id)));
    expect(objects.map(({ length }) => length)).toEqual([1, 0, 1]);
    const first = temporal.workflow.getHandle(submissionWorkflowId(runs[0]!.id));
    await first.terminate('the test is over');
  });

  it('tells of uploads that the retention sweep has not looked at in an hour', async () => {
    const left = await addRow({}, endedBefore(120));
    const fresh = await addRow({}, endedBefore(30));
    const kindsOf = await reconcile();
    expect(kindsOf(left.id)).toContain('LEFT_UPLOADS');
    expect(kindsOf(fresh.id)).not.toContain('LEFT_UPLOADS');
    expect((await readRow(left.id)).tidiedAt).toBeNull();
  });
});
