import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import type { Client } from '@temporalio/client';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPartnerClient, type PartnerClient } from '../../cli/session/partner-client.js';
import { driveSession } from '../../cli/session/session-driver.js';
import { requestedErasureAnswer } from '../../contract/schema/operator/erasure.js';
import { createdPartnerAnswer } from '../../contract/schema/operator/partner.js';
import {
  callbackWorkflowId,
  erasureWorkflowId,
  RETENTION_SCHEDULE_ID,
  submissionWorkflowId,
} from '../../contract/workflow-id.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { createCaptureEraser } from '../../storage/capture-eraser.js';
import { createUploadStore } from '../../storage/upload-store.js';
import { connectTemporal } from '../../temporal/connect.js';
import { createKenaliCommand } from '../support/kenali-command.js';
import { listTraces } from '../support/list-traces.js';
import type {} from '../support/platform-context.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../support/specimen-captures.js';
import { waitFor } from '../support/wait-for.js';

const platform = inject('platform');
const kenali = createKenaliCommand(platform);
const code = `E${randomBytes(6).toString('hex').toUpperCase()}`;

/** The shortest address of an upload, and the minute that its object may still take. */
const ERASURE_MS = 150_000;

let database: postgres.Sql;
let temporal: Client;
let captures: SpecimenCaptures;
let partner: PartnerClient;
let operatorKey: string;
let receiver: Server;
/** What the partner was told. */
const told: Record<string, unknown>[] = [];

async function startReceiver(): Promise<string> {
  receiver = createServer((req, res) => {
    void json(req).then((body) => {
      told.push(body as Record<string, unknown>);
      res.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/callback`;
}

beforeAll(async () => {
  database = postgres(platform.databaseUrl, { max: 2 });
  captures = await drawSpecimenCaptures(47);
  temporal = await connectTemporal({
    address: platform.temporalAddress,
    namespace: 'default',
    keyRing: await readKeyRing(platform.sealingKeysPath),
  });
  operatorKey = String(
    (await kenali.runJson('operator', 'create-key', `er-${randomUUID().slice(0, 8)}`)).key,
  );
  const created = await ask('POST', '/partners', {
    code,
    settings: { lifetimes: { uploadUrl: 10 } },
    callback: { url: await startReceiver() },
  });
  const { clientId, passKey } = createdPartnerAnswer.parse(created.body).data;
  partner = createPartnerClient({
    baseUrl: platform.apiUrl,
    partnerCode: code,
    clientId,
    passKey,
  });
});

afterAll(async () => {
  receiver.close();
  await temporal.connection.close();
  await database.end();
});

async function ask(method: string, route: string, json?: object) {
  const response = await fetch(new URL(`/operator/v1${route}`, platform.apiUrl), {
    method,
    headers: {
      authorization: `Bearer ${operatorKey}`,
      ...(json && { 'content-type': 'application/json' }),
    },
    ...(json && { body: JSON.stringify(json) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const newUser = () => ({ userId: `user-${randomUUID()}`, userIdType: 'SHOP_USER_ID' });

async function isInTemporal(workflowId: string): Promise<boolean> {
  const described = temporal.workflow.getHandle(workflowId).describe();
  return described.then(
    () => true,
    () => false,
  );
}

/** As an auditor would: by the public keys that the platform shows. */
async function verify(proof: string) {
  const file = path.join(platform.stateDir, `${randomUUID()}.jws`);
  await writeFile(file, proof);
  const keys = `${platform.apiUrl}/.well-known/jwks.json`;
  return kenali.runJson('erase', 'verify', file, '--keys', keys);
}

async function awaitProof(submissionId: string): Promise<string> {
  return waitFor(
    'the proof',
    async () => {
      const { code: exitCode, stdout } = await kenali.run('erase', 'proof', submissionId);
      return exitCode === 0 && stdout.trim();
    },
    ERASURE_MS,
  );
}

// Side by side: each waits for over a minute, until no upload can come any more.
describe.concurrent('erasing a submission on request', () => {
  it(
    'leaves nothing of a real session in database, object store and Temporal, and proves it',
    { timeout: 2 * ERASURE_MS },
    async () => {
      const session = { partnerSessionId: `order of ${randomUUID()}`, ...newUser() };
      const run = await driveSession({
        client: partner,
        flow: 'KYC_LITE',
        ktp: captures.ktp,
        selfie: captures.selfie,
        session,
      });
      const { submissionId } = run;
      const values = [session.partnerSessionId, session.userId];
      const eraser = createCaptureEraser(platform.storage);
      const workflows = [submissionWorkflowId(submissionId), callbackWorkflowId(submissionId, 1)];
      expect(run.details).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
      expect(await listTraces(database, values)).toContain('submission');
      expect(await eraser.listObjects(submissionId)).toHaveLength(2);
      expect(await Promise.all(workflows.map(isInTemporal))).toEqual([true, true]);

      const reason = ['--reason', 'Asked for by the person'];
      await kenali.runJson('erase', 'submission', submissionId, ...reason);
      const again = await ask('POST', '/erasures', {
        subject: { submissionId },
        reason: 'Asked for again',
      });
      expect(again.status).toBe(202);
      expect(requestedErasureAnswer.parse(again.body).data.erasures).toHaveLength(1);
      const proof = await awaitProof(submissionId);

      expect(await listTraces(database, values)).toEqual([]);
      expect(await eraser.listObjects(submissionId)).toEqual([]);
      expect(await Promise.all(workflows.map(isInTemporal))).toEqual([false, false]);
      expect(await verify(proof)).toMatchObject({
        submissionId,
        partnerCode: code,
        scope: 'ALL',
        rule: 'REQUEST',
        objects: { count: 2 },
        rows: { cardFields: 1, captures: 2 },
        workflows: workflows.toSorted(),
      });

      const details = await partner.readDetails(session);
      expect(details).toMatchObject({ submissionId, status: 'COMPLETED', result: 'VALID' });
      expect(details.submissionDetails).not.toHaveProperty('ktpDetails');
      await expect(partner.initiateSdk(session, 'KYC_LITE')).rejects.toThrow(/1554|ALREADY_USED/);
      const audited = await kenali.runJson(
        'audit',
        'list',
        '--partner',
        code,
        '--action',
        'erasure',
      );
      const ofIt = (audited.entries as readonly unknown[]).filter((entry) =>
        JSON.stringify(entry).includes(submissionId),
      );
      expect(ofIt).toMatchObject([
        { action: 'erasure.requested', detail: { submissionIds: [submissionId] } },
      ]);
    },
  );

  it(
    'ends a session in progress once, and tells the partner',
    { timeout: 2 * ERASURE_MS },
    async () => {
      const session = { partnerSessionId: randomUUID(), ...newUser() };
      await partner.initiateSdk(session, 'KTP_SCAN');
      const { submissionId } = await partner.readDetails(session);
      const place = { submissionId, attempt: 1, documentType: 'KTP' } as const;
      await createUploadStore(platform.storage).put(place, captures.ktp);

      const reason = ['--reason', 'The partner asked for it'];
      await kenali.runJson(
        ...['erase', 'user', code, '--user-id', session.userId],
        ...['--user-id-type', session.userIdType, ...reason],
      );
      const ended = await waitFor('the end', async () => {
        const details = await partner.readDetails(session);
        return details.status === 'IN_PROGRESS' ? null : details;
      });
      expect(ended).toMatchObject({ status: 'ERROR', reasonCode: 'CANCELLED_BY_PARTNER' });
      const proof = await awaitProof(submissionId);
      // Told once, by the session's own name, before that was erased.
      expect(told.filter((body) => body.submissionId === submissionId)).toMatchObject([
        {
          status: 'ERROR',
          reasonCode: 'CANCELLED_BY_PARTNER',
          partnerSessionId: session.partnerSessionId,
        },
      ]);
      expect(await verify(proof)).toMatchObject({ objects: { count: 1 } });
      expect(await listTraces(database, [session.partnerSessionId, session.userId])).toEqual([]);
      expect(await isInTemporal(submissionWorkflowId(submissionId))).toBe(false);
      expect(await isInTemporal(erasureWorkflowId({ submissionId, scope: 'ALL' }))).toBe(true);
    },
  );
});

describe.concurrent('the retention sweep', () => {
  it(
    'is on a schedule, and erases what a setting that is shorter now makes overdue',
    { timeout: 2 * ERASURE_MS },
    async () => {
      const session = { partnerSessionId: randomUUID(), ...newUser() };
      await partner.initiateSdk(session, 'KTP_SCAN');
      await partner.cancel(session);
      const { submissionId } = await waitFor('the end', async () => {
        const details = await partner.readDetails(session);
        return details.status === 'ERROR' && details;
      });
      await database`update submission set processed_at = now() - interval '2 days', closed_at = now() - interval '2 days'
        where id = ${submissionId}`;
      await ask('PATCH', `/partners/${code}`, { settings: { retentionDays: 1 } });
      const schedule = temporal.schedule.getHandle(RETENTION_SCHEDULE_ID);
      expect((await schedule.describe()).policies.overlap).toBe('SKIP');
      await schedule.trigger();
      expect(await verify(await awaitProof(submissionId))).toMatchObject({
        rule: 'RETENTION',
        retentionDays: 1,
        requestId: null,
      });
      expect(await listTraces(database, [session.partnerSessionId, session.userId])).toEqual([]);
    },
  );
});

describe('a legal hold', () => {
  it('keeps a submission from being erased on request, says so, and lets it go', async () => {
    const session = { partnerSessionId: randomUUID(), ...newUser() };
    await partner.initiateSdk(session, 'KTP_SCAN');
    const { submissionId } = await partner.readDetails(session);
    const hold = await kenali.runJson('hold', 'submission', submissionId, '--reason', 'CASE-17');
    const erase = ['erase', 'submission', submissionId, '--reason', 'Asked for'];
    const refused = await kenali.run(...erase);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain(`a legal hold stands against it (${String(hold.id)})`);
    const { body, status } = await ask('POST', '/erasures', {
      subject: {
        partnerCode: code,
        partnerUserId: session.userId,
        partnerUserIdType: session.userIdType,
      },
      reason: 'Asked for',
    });
    expect(status).toBe(409);
    expect(JSON.stringify(body)).toContain(String(hold.id));

    const release = ['hold', 'release', String(hold.id), '--reason', 'CASE-17 is closed'];
    await kenali.runJson(...release);
    expect(await kenali.run(...erase)).toMatchObject({ code: 0 });
    const late = await kenali.run('hold', 'submission', submissionId, '--reason', 'CASE-18');
    expect(late.stderr).toContain('the erasure of the submission has begun');
  });
});
