import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { createLogger } from '../../logging/logger.js';
import { runWorkerProcess } from '../../temporal/run-worker-process.js';
import type {} from '../support/platform-context.js';

const { temporalAddress: address } = inject('platform');

/** A process with two workers; what is done once it is connected, and once it polls. */
function runWorker(failure: AbortSignal, once: { connected?: () => void; polls?: () => void }) {
  const logger = createLogger('worker-test', 'silent');
  logger.info = () => {
    once.polls?.();
  };
  return runWorkerProcess({
    name: 'worker-test',
    logger,
    temporal: { address, namespace: 'default' },
    failure,
    beforePolling: async () => {
      await Promise.resolve();
      once.connected?.();
    },
    queues: [randomUUID(), randomUUID()].map((taskQueue) => ({
      taskQueue,
      activities: { rest: () => Promise.resolve() },
    })),
  });
}

it.each(['connected', 'polls'] as const)(
  'a worker with a part that fails when it is %s stops and says why',
  async (moment) => {
    const failure = new AbortController();
    const fail = () => {
      failure.abort(new Error('a part failed'));
    };
    await expect(runWorker(failure.signal, { [moment]: fail })).rejects.toThrow('a part failed');
  },
);
