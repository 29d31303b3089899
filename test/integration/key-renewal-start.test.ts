import { randomBytes } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { keyRenewalWorkflowId, RETENTION_SCHEDULE_ID } from '../../contract/workflow-id.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { connectTemporal } from '../../temporal/connect.js';
import { createKenaliCommand } from '../support/kenali-command.js';
import type {} from '../support/platform-context.js';
import { readStatus } from '../support/started-runs.js';
import { waitFor } from '../support/wait-for.js';

const platform = inject('platform');
const kenali = createKenaliCommand(platform);
const away = createKenaliCommand({ ...platform, temporalAddress: '127.0.0.1:1' });
const [code, missed] = [newCode(), newCode()];

let temporal: Client;

function newCode(): string {
  return `K${randomBytes(6).toString('hex').toUpperCase()}`;
}

beforeAll(async () => {
  temporal = await connectTemporal({
    address: platform.temporalAddress,
    namespace: 'default',
    keyRing: await readKeyRing(platform.sealingKeysPath),
  });
  for (const one of [code, missed]) await kenali.runJson('partner', 'create', one);
});

afterAll(async () => {
  for (const one of [code, missed]) {
    await temporal.workflow.getHandle(keyRenewalWorkflowId(one)).terminate();
  }
  await temporal.connection.close();
});

const describeRun = () => temporal.workflow.getHandle(keyRenewalWorkflowId(code)).describe();

it('a key that is renewed by command has a workflow of its partner begun, which may be asked for again', async () => {
  const { id } = await kenali.runJson('keys', 'renew', code);
  const begun = await describeRun();
  expect(begun).toMatchObject({ type: 'keyRenewal', status: { name: 'RUNNING' } });

  const again = await kenali.run('keys', 'reseal', code);
  expect(again).toMatchObject({ code: 0, stderr: '' });
  const { id: younger } = await kenali.runJson('keys', 'renew', code);
  expect(await describeRun()).toMatchObject({ runId: begun.runId, status: { name: 'RUNNING' } });

  const { stdout } = await kenali.run('keys', 'list');
  const lines = stdout.split('\n').filter((line) => line.includes(code));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(new RegExp(`^${String(id)} .* opens only, 0 cards by it$`));
  expect(lines[1]).toMatch(new RegExp(`^${String(younger)} .* seals, 0 cards by it$`));
});

it('without Temporal the key is made, and what to do about the rest is said', async () => {
  const { code: exitCode, stderr } = await away.run('keys', 'renew', code);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/Temporal does not answer/);
});

it('a renewal that nobody has begun is begun by the retention sweep', async () => {
  await away.run('keys', 'renew', missed);
  await away.run('keys', 'renew', missed);
  const readRenewal = () => readStatus(temporal, keyRenewalWorkflowId(missed));
  expect(await readRenewal()).toBeNull();
  await temporal.schedule.getHandle(RETENTION_SCHEDULE_ID).trigger('ALLOW_ALL');
  await waitFor('the renewal', async () => (await readRenewal()) === 'RUNNING');
});
