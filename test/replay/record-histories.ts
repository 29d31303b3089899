import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { ApplicationFailure } from '@temporalio/common';
import { format } from 'prettier';
import type { CallbackAnswer } from '../../activities/callback/callback-sender.js';
import { createCallbackActivities } from '../../activities/callback/create-callback-activities.js';
import { createTestDeliveryActivities } from '../../activities/callback/create-test-delivery-activities.js';
import { createFakeCallbackStores } from '../../activities/callback/testing/fake-callback-stores.js';
import { FailureType } from '../../activities/failure-type.js';
import { CHALLENGE_LIFETIME_MS } from '../../contract/challenge.js';
import type { FlowName } from '../../contract/flow.js';
import { parseSandboxUserId } from '../../contract/sandbox.js';
import type { RunSubmissionInput } from '../../contract/start-submission.js';
import { MessageName } from '../../contract/submission-messages.js';
import { DEFAULT_POLICY } from '../../contract/submission-policy.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { callbackWorkflowId, testDeliveryWorkflowId } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import { bundleWorkflows } from '../../temporal/bundle-workflows.js';
import { startEnvironment } from '../workflow/environment.js';
import {
  createFakeActivities,
  recordLate,
  retry,
  untilRetries,
  type FakeActivities,
} from '../workflow/fake-activities.js';
import {
  refOf,
  startSubmission,
  withWorkers,
  type RunningSubmission,
} from '../workflow/submission-driver.js';
import { historyToFixture } from './history-json.js';
import { recordErasing } from './record-erasing.js';
import { recordKeyRenewal } from './record-key-renewal.js';
import { recordReconciliation } from './record-reconciliation.js';

/**
 * Records the histories that the replay tests hold on to. Run by hand for a release, never in the
 * test run: `node --import tsx test/replay/record-histories.ts v0.1.0 faceMatch`, with the
 * workflows to record behind the version, or none for all. A released file is not recorded again,
 * a workflow change that breaks it needs `patched()`.
 */
const [version, ...only] = process.argv.slice(2);
if (version === undefined) throw new Error('Name the version to record, such as v0.1.0.');
const folder = fileURLToPath(new URL('./histories/', import.meta.url));
const workflowBundle = await bundleWorkflows();

async function record(
  flow: FlowName,
  fakes: FakeActivities,
  story: (running: RunningSubmission, environment: TestWorkflowEnvironment) => Promise<unknown>,
  overrides: Partial<RunSubmissionInput> = {},
  {
    maxMovements,
    prepare,
  }: { maxMovements?: number; prepare?: (environment: TestWorkflowEnvironment) => void } = {},
): Promise<{ submission: string; callback: string }> {
  // A server each: its clock stops jumping after the first abandoned child.
  const environment: TestWorkflowEnvironment = await startEnvironment();
  prepare?.(environment);
  try {
    return await withWorkers({ environment, workflowBundle }, fakes, async () => {
      const input = { policy: DEFAULT_POLICY, ...overrides };
      const running = await startSubmission(environment, flow, input, { maxMovements });
      await story(running, environment);
      await running.result();
      const callback = environment.client.workflow.getHandle(callbackWorkflowId(running.id, 1));
      return {
        submission: historyToFixture(await running.handle.fetchHistory()),
        callback: historyToFixture(await callback.fetchHistory()),
      };
    });
  } finally {
    await environment.teardown();
  }
}

async function recordTestDelivery(): Promise<string> {
  const environment = await startEnvironment();
  const fakes = createFakeActivities();
  const sender = { send: () => Promise.resolve({ httpStatus: 401, retryAfter: undefined }) };
  const callbacks = createTestDeliveryActivities({ ...createFakeCallbackStores(), sender });
  const sessions = { ...fakes.sessions, ...callbacks };
  try {
    return await withWorkers({ environment, workflowBundle }, { ...fakes, sessions }, async () => {
      const webhookId = 'test_1';
      const handle = await environment.client.workflow.start(WorkflowType.TEST_DELIVERY, {
        workflowId: testDeliveryWorkflowId(webhookId),
        taskQueue: TaskQueue.SESSIONS,
        args: [{ partnerCode: 'CONTOH', webhookId }],
      });
      await handle.result();
      return historyToFixture(await handle.fetchHistory());
    });
  } finally {
    await environment.teardown();
  }
}

/** Fakes whose callback meets these answers, one a try; the last stands for all further ones. */
function withPartner(fakes: FakeActivities, answers: readonly number[]): FakeActivities {
  const stores = createFakeCallbackStores();
  const sender = {
    send: (): Promise<CallbackAnswer> => {
      const httpStatus = answers[Math.min(stores.attempts.length, answers.length - 1)] ?? 200;
      return Promise.resolve({ httpStatus, retryAfter: undefined });
    },
  };
  const callbacks = createCallbackActivities({
    ...stores,
    sender,
    ladder: { divisor: 1, chance: () => 0.5 },
  });
  return { ...fakes, sessions: { ...fakes.sessions, ...callbacks } };
}

async function save(name: string, json: string): Promise<void> {
  if (only.length > 0 && !only.includes(name)) return;
  const text = await format(json, { parser: 'json', printWidth: 100 });
  await writeFile(`${folder}${name}.${String(version)}.json`, text);
}

await mkdir(folder, { recursive: true });

const scanned = createFakeActivities({ DOCUMENT: [retry('DOCUMENT', 'KTP_BLURRY', 'KTP')] });
const ktpScan = await record('KTP_SCAN', withPartner(scanned, [200]), async (running) => {
  await running.confirm(1, 'KTP');
  await untilRetries(scanned, 1);
  await running.confirm(2, 'KTP');
});
await save('ktpScan', ktpScan.submission);

const doubted = createFakeActivities({
  FACE_MATCH: [retry('FACE_MATCH', 'FACE_MATCH_FAILED', 'SELFIE')],
});
const kycLite = await record('KYC_LITE', withPartner(doubted, [500, 429, 200]), async (running) => {
  await running.confirm(1, 'KTP', 'SELFIE');
  await untilRetries(doubted, 1);
  await running.confirm(2, 'SELFIE');
});
await save('kycLite', kycLite.submission);
await save('callbackDelivery', kycLite.callback);

const expired = await record('KYC_LITE', withPartner(createFakeActivities(), [500]), () =>
  Promise.resolve(),
);
await save('kycLite-expired', expired.submission);
await save('callbackDelivery-dead', expired.callback);

const cancelled = await record('KTP_SCAN', withPartner(createFakeActivities(), [410]), (running) =>
  running.handle.signal(MessageName.CANCEL_SUBMISSION),
);
await save('ktpScan-cancelled', cancelled.submission);
await save('callbackDelivery-gone', cancelled.callback);

const down = createFakeActivities();
down.vision.readKtp = () => Promise.reject(new Error('down'));
const failed = await record('KTP_SCAN', down, (running) => running.confirm(1, 'KTP'));
await save('ktpScan-failed', failed.submission);

const selfieLiveness = await record('SELFIE_LIVENESS', createFakeActivities(), (running) =>
  running.confirm(1, 'SELFIE'),
);
await save('selfieLiveness', selfieLiveness.submission);

const reference = refOf('the-partners', 0, 'REFERENCE');
const verified = createFakeActivities({}, reference);
const faceVerification = await record('FACE_VERIFICATION', verified, (running) =>
  running.confirm(1, 'SELFIE'),
);
await save('faceVerification', faceVerification.submission);

const unanswered = createFakeActivities(
  {},
  ApplicationFailure.retryable('no answer', FailureType.ReferenceImageUnavailable),
);
const faceVerificationFailed = await record('FACE_VERIFICATION', unanswered, (running) =>
  running.confirm(1, 'SELFIE'),
);
await save('faceVerification-failed', faceVerificationFailed.submission);

const images = (['SELFIE', 'REFERENCE'] as const).map((documentType) => ({
  documentType,
  url: 'https://partner.example/image',
}));
const faceMatch = await record('FACE_MATCH', createFakeActivities({}, reference), ({ handle }) =>
  handle.executeUpdate(MessageName.FETCH_IMAGES, { args: [{ images }] }),
);
await save('faceMatch', faceMatch.submission);

const challenge = parseSandboxUserId('SANDBOX-RETRY-CHALLENGE_REQUIRED-AFTER-2');
if (challenge === null) throw new Error('no such sandbox user id');
const challenged = createFakeActivities();
const selfieLivenessSandbox = await record(
  'SELFIE_LIVENESS',
  challenged,
  async (running) => {
    await running.confirm(1, 'SELFIE');
    await untilRetries(challenged, 1);
    await running.confirm(2, 'SELFIE');
  },
  { sandbox: challenge },
);
await save('selfieLiveness-sandbox', selfieLivenessSandbox.submission);

const doubtful = createFakeActivities({
  LIVENESS: [
    retry('LIVENESS', 'CHALLENGE_REQUIRED', 'SELFIE'),
    retry('LIVENESS', 'CHALLENGE_FAILED', 'SELFIE'),
  ],
});
const selfieLivenessChallenge = await record('SELFIE_LIVENESS', doubtful, async (running) => {
  for (const attempt of [1, 2, 3]) {
    await untilRetries(doubtful, attempt - 1);
    await running.confirm(attempt, 'SELFIE');
  }
});
await save('selfieLiveness-challenge', selfieLivenessChallenge.submission);

const tested = await recordTestDelivery();
await save('testDelivery', tested);

const unseen = createFakeActivities({
  LIVENESS: [
    retry('LIVENESS', 'CHALLENGE_REQUIRED', 'SELFIE'),
    retry('LIVENESS', 'FACE_DARK', 'SELFIE'),
  ],
});
const selfieLivenessUnseen = await record('SELFIE_LIVENESS', unseen, async (running) => {
  await running.confirm(1, 'SELFIE');
  await untilRetries(unseen, 1);
  await running.confirm(2, 'SELFIE');
  await untilRetries(unseen, 2);
  await running.confirm(3, 'SELFIE');
});
await save('selfieLiveness-unseen', selfieLivenessUnseen.submission);

const moving = createFakeActivities({
  LIVENESS: [
    retry('LIVENESS', 'CHALLENGE_REQUIRED', 'SELFIE'),
    retry('LIVENESS', 'FACE_DARK', 'SELFIE'),
    retry('LIVENESS', 'CHALLENGE_FAILED', 'SELFIE'),
  ],
});
const selfieLivenessTwoMovements = await record(
  'SELFIE_LIVENESS',
  moving,
  async (running) => {
    for (const attempt of [1, 2, 3, 4]) {
      await untilRetries(moving, attempt - 1);
      await running.confirm(attempt, 'SELFIE');
    }
  },
  {},
  { maxMovements: 2 },
);
await save('selfieLiveness-two-movements', selfieLivenessTwoMovements.submission);

const toldLate = createFakeActivities({
  LIVENESS: [retry('LIVENESS', 'CHALLENGE_REQUIRED', 'SELFIE')],
});
const selfieLivenessToldLate = await record(
  'SELFIE_LIVENESS',
  toldLate,
  async (running, environment) => {
    await running.confirm(1, 'SELFIE');
    await untilRetries(toldLate, 1);
    await environment.sleep(CHALLENGE_LIFETIME_MS + 1000);
    await running.confirm(2, 'SELFIE');
    await untilRetries(toldLate, 2);
    await running.confirm(3, 'SELFIE');
  },
  {},
  {
    prepare: (environment) => {
      recordLate(toldLate, environment);
    },
  },
);
await save('selfieLiveness-told-late', selfieLivenessToldLate.submission);

for (const recordThem of [recordErasing, recordReconciliation]) {
  for (const [name, json] of Object.entries(await recordThem(workflowBundle))) {
    await save(name, json);
  }
}

await save('keyRenewal', await recordKeyRenewal(workflowBundle));
