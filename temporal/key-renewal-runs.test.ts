import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { describe, expect, it, vi } from 'vitest';
import { startMissedRenewal } from './key-renewal-runs.js';

/** A client that finds the partner's last renewal so; null for none. */
function clientThatFinds(status: string | null) {
  const describeRun = () =>
    status === null
      ? Promise.reject(new WorkflowNotFoundError('gone', 'w', undefined))
      : Promise.resolve({ status: { name: status } });
  const signalWithStart = vi.fn(() => Promise.resolve());
  const workflow = { getHandle: () => ({ describe: describeRun }), signalWithStart };
  return { client: { workflow } as unknown as Client, signalWithStart };
}

describe('a renewal of data keys', () => {
  it.each([null, 'COMPLETED'])('is begun where the last one is %s', async (status) => {
    const { client, signalWithStart } = clientThatFinds(status);
    await startMissedRenewal(client, 'ACME');
    expect(signalWithStart).toHaveBeenCalledWith(
      'keyRenewal',
      expect.objectContaining({ workflowId: 'key-renewal/ACME', args: [{ partnerCode: 'ACME' }] }),
    );
  });

  it.each(['RUNNING', 'FAILED', 'TERMINATED'])(
    'is left alone where the last one is %s',
    async (status) => {
      const { client, signalWithStart } = clientThatFinds(status);
      await startMissedRenewal(client, 'ACME');
      expect(signalWithStart).not.toHaveBeenCalled();
    },
  );
});
