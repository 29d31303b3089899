import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  startPartnerServer,
  type PartnerServer,
} from '../../activities/outbound/testing/partner-server.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { callbackWorkflowId, testDeliveryWorkflowId } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import {
  createCallbackEndpointStore,
  type CallbackEndpoint,
  type CallbackEndpointStore,
} from '../../db/callback-endpoint-store.js';
import { connectDatabase, type DatabaseConnection } from '../../db/client.js';
import { createDeliveryStore } from '../../db/delivery-store.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { submission } from '../../db/schema/submission.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { connectTemporal } from '../../temporal/connect.js';
import type {} from '../support/platform-context.js';

/** Through the real sessions worker, to a partner of our own on loopback. */

const platform = inject('platform');
const PARTNER_CODE = 'OUTBOUND_TEST';
const SECRETS = [1, 2].map(() => `whsec_${randomBytes(24).toString('base64')}`);

let temporal: Client;
let connected: DatabaseConnection;
let endpoints: CallbackEndpointStore;
let partner: PartnerServer;
let endpoint: CallbackEndpoint;

beforeAll(async () => {
  const keyRing = await readKeyRing(platform.sealingKeysPath);
  temporal = await connectTemporal({
    address: platform.temporalAddress,
    namespace: 'default',
    keyRing,
  });
  connected = connectDatabase(platform.databaseUrl, 2);
  endpoints = createCallbackEndpointStore(connected.database, keyRing);
  partner = await startPartnerServer();
  await createPartnerStore(connected.database).add({
    code: PARTNER_CODE,
    name: 'Outbound test',
    settings: {},
  });
});

beforeEach(async () => {
  partner.requests.length = 0;
  endpoint = {
    partnerCode: PARTNER_CODE,
    url: partner.url('/coe/submissions-callback'),
    method: 'PUT',
    payload: 'minimal',
    headers: { authorization: 'Bearer of-the-partner' },
    secrets: SECRETS,
    isDisabled: false,
  };
  await endpoints.saveEndpoint(endpoint);
});

afterAll(async () => {
  await partner.close();
  await connected.close();
  await temporal.connection.close();
});

async function addEndedSubmission(): Promise<string> {
  const id = randomUUID();
  await connected.database.insert(submission).values({
    id,
    partnerCode: PARTNER_CODE,
    partnerSessionId: `session-of-${id}`,
    partnerUserId: 'user-of-the-partner',
    partnerUserIdType: 'TEST_USER',
    flow: 'KYC_LITE',
    source: 'SDK',
    requestDigest: '',
    publicId: randomUUID(),
    resultScreen: 'KENALI',
    awaiting: [],
    expiresAt: new Date(),
    status: 'ERROR',
    reasonCode: 'SESSION_TIMEOUT',
    processedAt: new Date(),
  });
  return id;
}

const deliver = (submissionId: string, delivery: number): Promise<unknown> =>
  temporal.workflow.execute(WorkflowType.CALLBACK_DELIVERY, {
    workflowId: callbackWorkflowId(submissionId, delivery),
    taskQueue: TaskQueue.SESSIONS,
    args: [{ submissionId, delivery }],
  });

describe('a callback', () => {
  it('that died is recorded with the reason and replayed under the same webhook id', async () => {
    const deliveries = createDeliveryStore(connected.database);
    const submissionId = await addEndedSubmission();
    partner.answer = (_request, response) =>
      response.writeHead(410).end('user-of-the-partner is gone, Bearer of-the-partner');
    expect(await deliver(submissionId, 1)).toBe('dead');
    expect(await deliver(submissionId, await deliveries.nextDeliveryNumber(submissionId))).toBe(
      'skipped',
    );

    await endpoints.saveEndpoint(endpoint);
    partner.answer = (_request, response) => response.writeHead(200).end();
    expect(await deliver(submissionId, await deliveries.nextDeliveryNumber(submissionId))).toBe(
      'delivered',
    );
    const webhookId = `msg_${submissionId}_ERROR`;
    expect(partner.requests.map(({ headers }) => headers['webhook-id'])).toEqual([
      webhookId,
      webhookId,
    ]);
    expect(await deliveries.listDeliveries({ submissionId, limit: 10 })).toMatchObject([
      { delivery: 3, state: 'DELIVERED', attempts: 1, lastAttempt: { answerExcerpt: null } },
      { delivery: 2, state: 'SKIPPED', attempts: 0 },
      {
        delivery: 1,
        state: 'DEAD',
        lastAttempt: { httpStatus: 410, answerExcerpt: '[…] is gone, […]' },
      },
    ]);
  });

  it('can be tried with a test message, signed with both secrets', async () => {
    partner.answer = (_request, response) => response.writeHead(202).end();
    const webhookId = `test_${randomUUID()}`;
    const report: unknown = await temporal.workflow.execute(WorkflowType.TEST_DELIVERY, {
      workflowId: testDeliveryWorkflowId(webhookId),
      taskQueue: TaskQueue.SESSIONS,
      args: [{ partnerCode: PARTNER_CODE, webhookId }],
    });
    expect(report).toMatchObject({ httpStatus: 202, errorClass: null, answerExcerpt: null });
    const [{ method, headers, body }] = partner.requests as [PartnerServer['requests'][number]];
    expect(method).toBe('PUT');
    expect(headers.authorization).toBe('Bearer of-the-partner');
    for (const secret of SECRETS) {
      const told = new Webhook(secret).verify(body, headers as Record<string, string>);
      expect(told).toMatchObject({ test: true });
    }
  });
});
