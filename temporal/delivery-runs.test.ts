import {
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowFailedError,
  type Client,
} from '@temporalio/client';
import { ActivityFailure, ApplicationFailure, RetryState } from '@temporalio/common';
import { describe, expect, it, vi } from 'vitest';
import { createDeliveryRuns } from './delivery-runs.js';

const SUBMISSION = '01a20136-fa11-79c4-95f2-d10f5b8bd1cf';
const REPORT = { httpStatus: 200, errorClass: null, durationMs: 5, answerExcerpt: null };

/** Runs on a client whose every call ends as told, and what it was called with. */
function runsThat(end: () => Promise<unknown>) {
  const start = vi.fn(end);
  const execute = vi.fn(end);
  const withDeadline = vi.fn((_deadline: number, run: () => Promise<unknown>) => run());
  const client = { workflow: { start, execute }, withDeadline } as unknown as Client;
  return { runs: createDeliveryRuns(() => Promise.resolve(client)), start, execute };
}

const failing = (error: Error) => runsThat(() => Promise.reject(error)).runs;
/** As a client sees a workflow whose activity has failed for good. */
function failedBy(cause: ApplicationFailure): WorkflowFailedError {
  const activity = new ActivityFailure(
    'failed',
    'sendTestCallback',
    '1',
    RetryState.NON_RETRYABLE_FAILURE,
    'worker',
    cause,
  );
  return new WorkflowFailedError('failed', activity, RetryState.NON_RETRYABLE_FAILURE);
}

const away = new ServiceError('away', {
  cause: Object.assign(new Error('grpc'), { code: 14, details: '', metadata: {} }),
});

describe('delivery runs on Temporal', () => {
  it('replay under an id that follows from submission and number, once', async () => {
    const { runs, start } = runsThat(() => Promise.resolve());
    await runs.replay(SUBMISSION, 2);
    expect(start).toHaveBeenCalledWith('callbackDelivery', {
      taskQueue: 'sessions',
      workflowId: `callback/${SUBMISSION}/2`,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      args: [{ submissionId: SUBMISSION, delivery: 2 }],
    });
  });

  it('take a replay that another operator has started for their own', async () => {
    const error = new WorkflowExecutionAlreadyStartedError('runs', 'callback/x/2', 'callback');
    await expect(failing(error).replay(SUBMISSION, 2)).resolves.toBeUndefined();
  });

  it('test under a new webhook-id every time, without dots', async () => {
    const { runs, execute } = runsThat(() => Promise.resolve(REPORT));
    const first = await runs.test('ACME');
    const second = await runs.test('ACME');
    expect(first).toMatchObject(REPORT);
    expect(first.webhookId).toMatch(/^test_[a-z0-9-]{36}$/);
    expect(second.webhookId).not.toBe(first.webhookId);
    expect(execute).toHaveBeenCalledWith(
      'testDelivery',
      expect.objectContaining({
        workflowId: `test-delivery/${first.webhookId}`,
        args: [{ partnerCode: 'ACME', webhookId: first.webhookId }],
      }),
    );
  });

  it.each([
    ['Temporal is away', away],
    ['no worker takes the test', new WorkflowFailedError('failed', undefined, 'TIMEOUT')],
    ['the database is away', failedBy(ApplicationFailure.retryable('away', 'DatabaseUnavailable'))],
  ])('say that it is no use for now when %s', async (_what, error) => {
    await expect(failing(error).test('ACME')).rejects.toMatchObject({ refusal: 'UNAVAILABLE' });
  });

  it('say what is wrong with a callback that asking again does not mend', async () => {
    const secret = ApplicationFailure.nonRetryable('a secret is short', 'PartnerMisconfigured');
    await expect(failing(failedBy(secret)).test('ACME')).rejects.toMatchObject({
      refusal: 'CONFLICT',
      message: 'The callback cannot be used: a secret is short.',
    });
  });

  it('pass on what nobody has foreseen', async () => {
    const error = new Error('unforeseen');
    await expect(failing(error).replay(SUBMISSION, 2)).rejects.toBe(error);
  });
});
