import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleWorkflows } from '../../temporal/bundle-workflows.js';
import { startEnvironment } from './environment.js';
import {
  createFakeActivities,
  retry,
  untilRetries,
  type FakeActivities,
} from './fake-activities.js';
import { startSubmission, withWorkers } from './submission-driver.js';

let environment: TestWorkflowEnvironment;
let workflowBundle: { readonly code: string };

beforeAll(async () => {
  workflowBundle = await bundleWorkflows();
});

beforeEach(async () => {
  environment = await startEnvironment();
});

afterEach(async () => {
  await environment.teardown();
});

const run = <Result>(fakes: FakeActivities, story: () => Promise<Result>) =>
  withWorkers({ environment, workflowBundle }, fakes, story);

const endedBy = (reasonCode: string) => ({ status: 'ERROR', result: null, reasonCode });
const HOUR_MS = 3_600_000;

describe('a session that waits for the person', () => {
  it('ends with SESSION_TIMEOUT after 24 hours without a capture', async () => {
    const fakes = createFakeActivities();
    await run(fakes, async () => {
      const before = await environment.currentTimeMs();
      const running = await startSubmission(environment, 'KTP_SCAN', { finalAction: 'EXIT' });
      expect(await running.result()).toEqual(endedBy('SESSION_TIMEOUT'));
      const waitedMs = (await environment.currentTimeMs()) - before;
      expect(waitedMs).toBeGreaterThanOrEqual(24 * HOUR_MS);
      expect(waitedMs).toBeLessThan(25 * HOUR_MS);
    });
    expect(fakes.seen.checks).toEqual([]);
    expect(fakes.seen.outcomes).toMatchObject([{ attempt: 0, nextAction: 'STATUS' }]);
    expect(fakes.seen.deliveries).toHaveLength(1);
  });

  it('lets an attempt finish that was confirmed before the session expired', async () => {
    const fakes = createFakeActivities();
    const now = await environment.currentTimeMs();
    const expiresMs = now + 10_000;
    fakes.vision.readKtp = async () => {
      if ((await environment.currentTimeMs()) < expiresMs + 60_000) throw new Error('down');
      return { check: 'DOCUMENT', verdict: 'PASS' };
    };
    await run(fakes, async () => {
      const running = await startSubmission(environment, 'KTP_SCAN', {
        expiresAt: new Date(expiresMs).toISOString(),
      });
      await running.confirm(1, 'KTP');
      expect(await running.result()).toMatchObject({ result: 'VALID' });
    });
  });

  it('ends with SESSION_TIMEOUT when a retry is not answered', async () => {
    const fakes = createFakeActivities({ DOCUMENT: [retry('DOCUMENT', 'KTP_DARK', 'KTP')] });
    await run(fakes, async () => {
      const running = await startSubmission(environment, 'KTP_SCAN');
      await running.confirm(1, 'KTP');
      await untilRetries(fakes, 1);
      expect(await running.result()).toEqual(endedBy('SESSION_TIMEOUT'));
    });
    expect(fakes.seen.outcomes).toMatchObject([{ attempt: 1 }]);
  });
});

describe('a session that waits for an activity', () => {
  it('waits for a check that is down and goes on when it recovers', async () => {
    const down = new Error('down');
    const fakes = createFakeActivities({ DOCUMENT: [down, down, down] });
    await run(fakes, async () => {
      const running = await startSubmission(environment, 'KTP_SCAN');
      await running.confirm(1, 'KTP');
      expect(await running.result()).toMatchObject({ result: 'VALID' });
    });
    expect(fakes.seen.checks).toHaveLength(4);
  });

  it('ends with GENERIC_SERVICE_ERROR when a check stays down, and records it', async () => {
    const fakes = createFakeActivities();
    fakes.vision.readKtp = () => Promise.reject(new Error('down'));
    await run(fakes, async () => {
      const before = await environment.currentTimeMs();
      const running = await startSubmission(environment, 'KTP_SCAN');
      await running.confirm(1, 'KTP');
      expect(await running.result()).toEqual(endedBy('GENERIC_SERVICE_ERROR'));
      expect((await environment.currentTimeMs()) - before).toBeLessThanOrEqual(16 * 60_000);
    });
    expect(fakes.seen.outcomes).toMatchObject([{ nextAction: 'STATUS', attempt: 1 }]);
  });

  it('does not lose a decided outcome to a database that is down for an hour', async () => {
    const fakes = createFakeActivities();
    const recover = (await environment.currentTimeMs()) + HOUR_MS;
    fakes.sessions.recordOutcome = async (input) => {
      if ((await environment.currentTimeMs()) < recover) throw new Error('down');
      fakes.seen.outcomes.push(input);
    };
    await run(fakes, async () => {
      const running = await startSubmission(environment, 'KTP_SCAN');
      await running.confirm(1, 'KTP');
      expect(await running.result()).toMatchObject({ result: 'VALID' });
    });
    expect(fakes.seen.outcomes).toHaveLength(1);
  });
});
