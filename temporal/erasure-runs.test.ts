import {
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  type Client,
} from '@temporalio/client';
import { describe, expect, it, vi } from 'vitest';
import { AdministrationError } from '../administration/administration-error.js';
import { createErasureRuns, startErasure } from './erasure-runs.js';

const KEY = { submissionId: '01a20136-fa11-79c4-95f2-d10f5b8bd1cf', scope: 'ALL' } as const;

const away = new ServiceError('away', {
  cause: Object.assign(new Error('grpc'), { code: 14, details: '', metadata: {} }),
});

/** A client whose every start ends as told, and whether a deadline was set for it. */
function clientThat(end: () => Promise<unknown>) {
  const withDeadline = vi.fn((_deadline: number, run: () => Promise<unknown>) => run());
  const client = { workflow: { start: vi.fn(end) }, withDeadline } as unknown as Client;
  return { client, withDeadline };
}

describe('starting an erasure', () => {
  it('for the sweep waits as any activity does, and throws what Temporal throws', async () => {
    const { client, withDeadline } = clientThat(() => Promise.reject(away));
    await expect(startErasure(client, KEY)).rejects.toBe(away);
    expect(withDeadline).not.toHaveBeenCalled();
  });

  it('for an operator ends soon, and says that it begins later', async () => {
    const { client, withDeadline } = clientThat(() => Promise.reject(away));
    const starting = createErasureRuns(() => Promise.resolve(client)).start(KEY);
    await expect(starting).rejects.toBeInstanceOf(AdministrationError);
    await expect(starting).rejects.toThrow('begins when it is back');
    expect(withDeadline).toHaveBeenCalledOnce();
  });

  it('does nothing where it runs', async () => {
    const error = new WorkflowExecutionAlreadyStartedError('runs', 'erasure/x', 'erasure');
    const { client } = clientThat(() => Promise.reject(error));
    await expect(startErasure(client, KEY)).resolves.toBeUndefined();
  });
});
