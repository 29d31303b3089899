import { randomBytes } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { keyRenewalWorkflowId } from '../../contract/workflow-id.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { connectTemporal } from '../../temporal/connect.js';
import { createKenaliCommand } from '../support/kenali-command.js';
import type {} from '../support/platform-context.js';

const platform = inject('platform');
const kenali = createKenaliCommand(platform);
const code = `K${randomBytes(6).toString('hex').toUpperCase()}`;

let temporal: Client;

beforeAll(async () => {
  temporal = await connectTemporal({
    address: platform.temporalAddress,
    namespace: 'default',
    keyRing: await readKeyRing(platform.sealingKeysPath),
  });
  await kenali.runJson('partner', 'create', code);
});

afterAll(async () => {
  await temporal.workflow.getHandle(keyRenewalWorkflowId(code)).terminate();
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
  const away = createKenaliCommand({ ...platform, temporalAddress: '127.0.0.1:1' });
  const { code: exitCode, stderr } = await away.run('keys', 'renew', code);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/Temporal does not answer/);
});
