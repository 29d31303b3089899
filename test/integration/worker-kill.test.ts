import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPartnerClient } from '../../cli/session/partner-client.js';
import { driveSession, type SessionDrive } from '../../cli/session/session-driver.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { submissionWorkflowId } from '../../contract/workflow-id.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { connectTemporal } from '../../temporal/connect.js';
import type {} from '../support/platform-context.js';
import { createPlatformControl } from '../support/platform-control.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../support/specimen-captures.js';
import { waitFor } from '../support/wait-for.js';

const platform = inject('platform');
const control = createPlatformControl(platform.controlUrl);
const client = createPartnerClient(platform.demoPartner);
const TEST_TIMEOUT_MS = 180_000;

let captures: SpecimenCaptures;
let temporal: Client;

beforeAll(async () => {
  captures = await drawSpecimenCaptures(32);
  temporal = await connectTemporal({
    address: platform.temporalAddress,
    namespace: 'default',
    keyRing: await readKeyRing(platform.sealingKeysPath),
  });
});

afterAll(() => temporal.connection.close());

/** Starts a session and gives back its submission id as soon as its captures are confirmed. */
async function startSession(partnerSessionId: string) {
  let confirmed: (submissionId: string) => void = () => undefined;
  const submissionId = new Promise<string>((resolve) => (confirmed = resolve));
  let known = '';
  const drive: SessionDrive = {
    client,
    flow: 'KYC_LITE',
    ktp: captures.ktp,
    selfie: captures.selfie,
    session: { partnerSessionId, userId: 'kill-test', userIdType: 'TEST_USER' },
    onEvent: ({ step, detail }) => {
      if (step === 'presign') known = detail.replace('submission ', '');
      if (step === 'confirm') confirmed(known);
    },
  };
  const finished = driveSession(drive);
  return { submissionId: await submissionId, finished };
}

/** The pids of the workers that are at work on the submission right now. */
async function pidsAtWork(submissionId: string): Promise<readonly number[]> {
  const handle = temporal.workflow.getHandle(submissionWorkflowId(submissionId));
  const { raw } = await handle.describe();
  return (raw.pendingActivities ?? [])
    .filter(({ lastStartedTime, state }) => lastStartedTime && Number(state) === STARTED)
    .map(({ lastWorkerIdentity }) => Number(lastWorkerIdentity?.split('#').at(-1)));
}

/** `PENDING_ACTIVITY_STATE_STARTED` of temporal.api.enums.v1. */
const STARTED = 2;

async function visionAttempts(submissionId: string): Promise<readonly number[]> {
  const handle = temporal.workflow.getHandle(submissionWorkflowId(submissionId));
  const events = (await handle.fetchHistory()).events ?? [];
  const onVision = new Set(
    events
      .filter(
        ({ activityTaskScheduledEventAttributes: scheduled }) =>
          scheduled?.taskQueue?.name === TaskQueue.VISION,
      )
      .map(({ eventId }) => String(eventId)),
  );
  return events.flatMap(({ activityTaskStartedEventAttributes: started }) =>
    started && onVision.has(String(started.scheduledEventId)) ? [started.attempt ?? 0] : [],
  );
}

describe('kill -9 in the middle of an attempt', () => {
  it(
    'of the vision worker delays the session and changes nothing else',
    async () => {
      const { submissionId, finished } = await startSession('kill-vision');
      const victim = await control.pid('worker-vision');
      // An idle worker would prove nothing: it is killed with an activity of this session in hand.
      await waitFor('a vision activity to start', async () =>
        (await pidsAtWork(submissionId)).includes(victim),
      );
      await control.kill('worker-vision', 'SIGKILL');
      await control.restart('worker-vision');

      const run = await finished;
      expect(run.details).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
      expect(Math.max(...(await visionAttempts(submissionId)))).toBeGreaterThan(1);
      expect(run.last.attempt).toBe(1);
    },
    TEST_TIMEOUT_MS,
  );

  it(
    'of the sessions worker delays the session and changes nothing else',
    async () => {
      const { submissionId, finished } = await startSession('kill-sessions');
      await waitFor('a vision activity to start', async () =>
        (await pidsAtWork(submissionId)).some((pid) => pid > 0),
      );
      await control.kill('worker-sessions', 'SIGKILL');
      await control.restart('worker-sessions');

      const run = await finished;
      expect(run.details).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
      expect(run.last.attempt).toBe(1);
    },
    TEST_TIMEOUT_MS,
  );
});
