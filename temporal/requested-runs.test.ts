import {
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/errors.js';
import { createRequestedRuns } from './requested-runs.js';

const SUBMISSION = '01a20136-fa11-79c4-95f2-d10f5b8bd1cf';
const INPUT = {
  flow: 'KYC_LITE',
  submissionId: SUBMISSION,
  partnerCode: 'ACME',
  expiresAt: '2026-11-23T08:00:00.000Z',
  finalAction: 'STATUS',
} as const;

/** A client whose every call ends as told, and that notes what it was called with. */
function clientThat(end: () => Promise<unknown>) {
  const start = vi.fn(end);
  const executeUpdate = vi.fn(end);
  const signal = vi.fn(end);
  const getHandle = vi.fn(() => ({ executeUpdate, signal }));
  const withDeadline = vi.fn((_deadline: number, run: () => Promise<unknown>) => run());
  const client = { workflow: { start, getHandle }, withDeadline } as unknown as Client;
  return { runs: createRequestedRuns(client), start, executeUpdate, getHandle };
}

const failing = (error: Error) => clientThat(() => Promise.reject(error)).runs;
const rejected = (type: string) =>
  new WorkflowUpdateFailedError('refused', ApplicationFailure.nonRetryable('refused', type));
const grpc = (code: number) =>
  Object.assign(new Error('grpc'), { code, details: '', metadata: {} });

async function answerTo(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`not an ApiError: ${String(error)}`);
  return `${String(error.statusCode)}/${error.errors[0]!.code}`;
}

const confirm = (error: Error) =>
  answerTo(failing(error).confirm(SUBMISSION, { attempt: 1, captures: [] }));

describe('requested runs', () => {
  it('start by an id that follows from the submission, once and for ever', async () => {
    const { runs, start } = clientThat(() => Promise.resolve());
    await runs.start(INPUT);
    expect(start).toHaveBeenCalledWith('kycLite', {
      taskQueue: 'sessions',
      workflowId: `submission/${SUBMISSION}`,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      args: [expect.not.objectContaining({ flow: 'KYC_LITE' })],
    });
  });

  it('take a workflow that has run already for a success', async () => {
    const error = new WorkflowExecutionAlreadyStartedError('ran', `submission/${SUBMISSION}`, 'x');
    await expect(failing(error).start(INPUT)).resolves.toBeUndefined();
  });

  it('confirm with an update id that makes the attempt’s repetition the same update', async () => {
    const { runs, executeUpdate, getHandle } = clientThat(() =>
      Promise.resolve({ attempt: 2, sha256: [] }),
    );
    await runs.confirm(SUBMISSION, { attempt: 2, captures: [] });
    expect(getHandle).toHaveBeenCalledWith(`submission/${SUBMISSION}`);
    expect(executeUpdate).toHaveBeenCalledWith('confirmCaptures', {
      args: [{ attempt: 2, captures: [] }],
      updateId: `${SUBMISSION}/2`,
    });
  });

  it.each([
    [rejected('ATTEMPT_ALREADY_CONFIRMED'), '409/1556'],
    [rejected('SUBMISSION_ALREADY_FINISHED'), '409/1557'],
    [rejected('ATTEMPT_NOT_OPEN'), '503/900'],
    [rejected('WRONG_CAPTURES'), '503/900'],
    [new WorkflowNotFoundError('gone', 'w', undefined), '409/1557'],
    [new WorkflowUpdateRPCTimeoutOrCancelledError('late'), '503/900'],
    [grpc(14), '503/900'],
    [new ServiceError('late', { cause: grpc(4) }), '503/900'],
  ] satisfies [Error, string][])(
    'answer a confirm that fails with %s by %s',
    async (error, answer) => {
      expect(await confirm(error)).toBe(answer);
    },
  );

  it('answer a cancel after the end by 409/1557', async () => {
    const error = new WorkflowNotFoundError('gone', 'w', undefined);
    expect(await answerTo(failing(error).cancel(SUBMISSION))).toBe('409/1557');
  });

  it('answer a start that the service does not take by 503', async () => {
    const error = new ServiceError('away', { cause: grpc(14) });
    expect(await answerTo(failing(error).start(INPUT))).toBe('503/900');
  });

  it.each([new Error('a bug'), rejected('Unheard'), grpc(3)])(
    'let what they do not know through: %s',
    async (error) => {
      const confirmed = failing(error).confirm(SUBMISSION, { attempt: 1, captures: [] });
      await expect(confirmed).rejects.toBe(error);
    },
  );
});
