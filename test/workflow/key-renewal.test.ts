import { randomUUID } from 'node:crypto';
import { WorkflowFailedError } from '@temporalio/client';
import { describe, expect, it } from 'vitest';
import { KEY_RENEWED, RENEWAL_QUIET_MS, type KeyRenewalInput } from '../../contract/key-renewal.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { keyRenewalWorkflowId } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import { createFakeActivities } from './fake-activities.js';
import { createFakeRenewing, type FakeRenewing } from './fake-renewing.js';
import { withWorkers } from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();

/** Answers how much time it took, by its own history. */
async function renew(
  fake: FakeRenewing,
  pass?: KeyRenewalInput['pass'],
  partnerCode = `P${randomUUID()}`,
): Promise<number> {
  const fakes = createFakeActivities();
  const sessions = { ...fakes.sessions, ...fake.activities };
  const workflowId = keyRenewalWorkflowId(partnerCode);
  return withWorkers(stage, { ...fakes, sessions }, async () => {
    const handle = await stage.environment.client.workflow.signalWithStart(
      WorkflowType.KEY_RENEWAL,
      {
        workflowId,
        taskQueue: TaskQueue.SESSIONS,
        signal: KEY_RENEWED,
        args: [{ partnerCode, ...(pass && { pass }) }],
      },
    );
    await handle.result();
    const { startTime, closeTime } = await handle.describe();
    return closeTime!.getTime() - startTime.getTime();
  });
}

const AGAIN = 'reseal by k2 from the first';
const RETIRE = 'retire before k2';

describe('a key renewal', () => {
  it('waits until nobody seals by an older key, and retires none before a pass finds nothing', async () => {
    const fake = createFakeRenewing('k2');
    fake.pages.push({ found: 20, after: 's20' }, { found: 3 });
    expect(await renew(fake)).toBeGreaterThanOrEqual(0.99 * RENEWAL_QUIET_MS);
    expect(fake.calls).toEqual([AGAIN, 'reseal by k2 s20', AGAIN, RETIRE]);
  });

  it('does nothing where nothing was sealed yet', async () => {
    const fake = createFakeRenewing(null);
    await renew(fake);
    expect(fake.calls).toEqual([]);
  });

  it('looks again where an older key still seals a column', async () => {
    const fake = createFakeRenewing('k2');
    fake.retirings.push(false);
    await renew(fake);
    expect(fake.calls).toEqual([AGAIN, RETIRE, AGAIN, RETIRE]);
  });

  it('retires nothing while something does not open, and says so', async () => {
    const fake = createFakeRenewing('k2');
    fake.pages.push({ found: 5, unopened: 2 }, { found: 2, unopened: 2 });
    const failure: unknown = await renew(fake).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WorkflowFailedError);
    expect((failure as WorkflowFailedError).cause).toMatchObject({
      type: 'SealBroken',
      message: '2 sealed columns and objects do not open; no key was retired',
    });
    expect(fake.calls).toEqual([AGAIN, AGAIN]);
  });

  it('seals by the key that was made meanwhile too', async () => {
    const fake = createFakeRenewing('k2', 'k3');
    expect(await renew(fake)).toBeGreaterThanOrEqual(1.99 * RENEWAL_QUIET_MS);
    expect(fake.calls).toEqual([
      ...[AGAIN, RETIRE],
      ...['reseal by k3 from the first', 'retire before k3'],
    ]);
  });

  it('goes on where a long one was, counting what that had found', async () => {
    const fake = createFakeRenewing('k2');
    await renew(fake, { dataKeyId: 'k2', after: 's40', found: 7, unopened: 0 });
    expect(fake.calls).toEqual(['reseal by k2 s40', AGAIN, RETIRE]);
  });

  it('does not end over a key that is made while it asks for the last time', async () => {
    const fake = createFakeRenewing('k2', 'k2', 'k3');
    const partnerCode = `P${randomUUID()}`;
    const { findSealingKey } = fake.activities;
    let asked = 0;
    fake.activities.findSealingKey = async (input) => {
      asked += 1;
      const answer = await findSealingKey(input);
      if (asked === 2) {
        const handle = stage.environment.client.workflow.getHandle(
          keyRenewalWorkflowId(partnerCode),
        );
        await handle.signal(KEY_RENEWED);
      }
      return answer;
    };
    await renew(fake, undefined, partnerCode);
    expect(fake.calls.at(-1)).toBe('retire before k3');
  });
});
