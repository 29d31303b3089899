import { ApplicationFailure } from '@temporalio/common';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { describe, expect, it } from 'vitest';
import { FailureType } from '../../activities/failure-type.js';
import { MessageName } from '../../contract/submission-messages.js';
import {
  createFakeActivities,
  retry,
  untilRetries,
  type FakeActivities,
} from './fake-activities.js';
import { refOf, startSubmission, withWorkers } from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();

const run = <Result>(fakes: FakeActivities, story: () => Promise<Result>) =>
  withWorkers(stage, fakes, story);

const endedBy = (reasonCode: string) => ({ status: 'ERROR', result: null, reasonCode });

/** `cause.type` of a refused confirm. */
async function rejectionOf(confirm: Promise<unknown>): Promise<string | null | undefined> {
  const error: unknown = await confirm.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(WorkflowUpdateFailedError);
  const { cause } = error as WorkflowUpdateFailedError;
  expect(cause).toBeInstanceOf(ApplicationFailure);
  return (cause as ApplicationFailure).type;
}

describe('the end of a session', () => {
  it('ends with CANCELLED_BY_PARTNER and EXIT while it waits', async () => {
    const fakes = createFakeActivities();
    await run(fakes, async () => {
      const running = await startSubmission(stage.environment, 'KYC_LITE');
      await running.handle.signal(MessageName.CANCEL_SUBMISSION);
      expect(await running.result()).toEqual(endedBy('CANCELLED_BY_PARTNER'));
    });
    expect(fakes.seen.outcomes).toMatchObject([{ nextAction: 'EXIT' }]);
    expect(fakes.seen.deliveries).toHaveLength(1);
  });

  it('ends as cancelled at once while checks are being made', async () => {
    const fakes = createFakeActivities();
    let release = (): void => undefined;
    let hasStarted = false;
    fakes.vision.readKtp = async () => {
      hasStarted = true;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return { check: 'DOCUMENT', verdict: 'PASS' };
    };
    await run(fakes, async () => {
      const running = await startSubmission(stage.environment, 'KTP_SCAN');
      await running.confirm(1, 'KTP');
      await expect.poll(() => hasStarted).toBe(true);
      await running.handle.signal(MessageName.CANCEL_SUBMISSION);
      expect(await running.handle.result()).toEqual(endedBy('CANCELLED_BY_PARTNER'));
      release();
      await running.result();
    });
    expect(fakes.seen.outcomes).toMatchObject([{ attempt: 1 }]);
  });

  it('records an end when an operator cancels the workflow itself', async () => {
    const fakes = createFakeActivities();
    await run(fakes, async () => {
      const running = await startSubmission(stage.environment, 'KTP_SCAN');
      await running.handle.cancel();
      expect(await running.result()).toEqual(endedBy('CANCELLED_BY_PARTNER'));
    });
    expect(fakes.seen.outcomes).toHaveLength(1);
  });
});

describe('confirming captures', () => {
  it('answers the same confirm sent twice with one attempt', async () => {
    const fakes = createFakeActivities({ DOCUMENT: [retry('DOCUMENT', 'KTP_DARK', 'KTP')] });
    await run(fakes, async () => {
      const running = await startSubmission(stage.environment, 'KTP_SCAN');
      const [first, second] = await Promise.all([
        running.confirm(1, 'KTP'),
        running.confirm(1, 'KTP'),
      ]);
      expect(second).toEqual(first);
      await untilRetries(fakes, 1);
      expect(fakes.seen.checks).toHaveLength(1);
      expect(await running.progress()).toEqual({
        attempt: 2,
        awaiting: ['KTP'],
        isFinished: false,
      });
      await running.handle.terminate();
    });
  });

  it('refuses an attempt that is not open, one already confirmed and wrong captures', async () => {
    const fakes = createFakeActivities({ DOCUMENT: [retry('DOCUMENT', 'KTP_DARK', 'KTP')] });
    await run(fakes, async () => {
      const running = await startSubmission(stage.environment, 'KYC_LITE');
      const confirm = (attempt: number, captures: unknown[], updateId: string) =>
        running.handle.executeUpdate(MessageName.CONFIRM_CAPTURES, {
          updateId,
          args: [{ attempt, captures }],
        });
      const ktp = refOf(running.id, 1, 'KTP');
      const selfie = refOf(running.id, 1, 'SELFIE');
      expect(await rejectionOf(confirm(2, [ktp, selfie], 'a'))).toBe('ATTEMPT_NOT_OPEN');
      expect(await rejectionOf(confirm(1, [ktp], 'b'))).toBe('WRONG_CAPTURES');
      const foreign = refOf('another', 1, 'SELFIE');
      expect(await rejectionOf(confirm(1, [ktp, foreign], 'c'))).toBe('WRONG_CAPTURES');
      await running.confirm(1, 'KTP', 'SELFIE');
      await untilRetries(fakes, 1);
      expect(await rejectionOf(confirm(1, [ktp, selfie], 'd'))).toBe('ATTEMPT_ALREADY_CONFIRMED');
      await running.handle.terminate();
    });
  });

  it('refuses a confirm after the end was decided', async () => {
    const fakes = createFakeActivities();
    let isRecording = false;
    let release = (): void => undefined;
    fakes.sessions.recordOutcome = () => {
      isRecording = true;
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    };
    await run(fakes, async () => {
      const running = await startSubmission(stage.environment, 'KTP_SCAN');
      await running.handle.signal(MessageName.CANCEL_SUBMISSION);
      await expect.poll(() => isRecording).toBe(true);
      expect(await rejectionOf(running.confirm(1, 'KTP'))).toBe('SUBMISSION_ALREADY_FINISHED');
      release();
      await running.result();
    });
  });
});

describe('activities that fail', () => {
  it.each([FailureType.ObjectMissing, FailureType.SealBroken])(
    'ends with GENERIC_SERVICE_ERROR at once when repeating is of no use: %s',
    async (type) => {
      const gone = ApplicationFailure.nonRetryable('gone', type);
      const fakes = createFakeActivities({ DOCUMENT: [gone] });
      await run(fakes, async () => {
        const running = await startSubmission(stage.environment, 'KTP_SCAN');
        await running.confirm(1, 'KTP');
        expect(await running.result()).toEqual(endedBy('GENERIC_SERVICE_ERROR'));
      });
      expect(fakes.seen.checks).toHaveLength(1);
    },
  );
});
