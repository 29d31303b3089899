import { beforeEach, describe, expect, it } from 'vitest';
import { createMemorySubmissionStore } from '../../test/support/memory-submission-store.js';
import { createMemorySubmissionWorkflows } from '../../test/support/memory-submission-workflows.js';
import { newSubmission } from '../../test/support/new-submission.js';
import { createTestClock } from '../../test/support/test-clock.js';
import { serviceUnavailable } from '../errors.js';
import { startOverdue } from './start-overdue.js';
import { startSubmission } from './start-submission.js';

const LATER_SECONDS = 11;

let submissions: ReturnType<typeof createMemorySubmissionStore>;
let workflows: ReturnType<typeof createMemorySubmissionWorkflows>;
let clock: ReturnType<typeof createTestClock>;

beforeEach(() => {
  submissions = createMemorySubmissionStore();
  workflows = createMemorySubmissionWorkflows();
  clock = createTestClock();
});

const options = () => ({ submissions, workflows, now: clock.now });
const store = () => submissions.createOrFind(newSubmission({ createdAt: clock.now() }));
const startedIds = () => workflows.started.map(({ submissionId }) => submissionId);

describe('startOverdue', () => {
  it('starts what an initiate has left without its workflow, once its time is over', async () => {
    const { id } = await store();
    await expect(startOverdue(options())).resolves.toBe(0);
    clock.advance(LATER_SECONDS);
    await expect(startOverdue(options())).resolves.toBe(1);
    expect(startedIds()).toEqual([id]);
    await expect(startOverdue(options())).resolves.toBe(0);
  });

  it('leaves alone what was started, and what has ended', async () => {
    await startSubmission(options(), await store());
    const ended = await store();
    submissions.change(ended.id, { status: 'ERROR' });
    clock.advance(LATER_SECONDS);
    await expect(startOverdue(options())).resolves.toBe(0);
  });

  it('comes back to it when the workflow service is away', async () => {
    await store();
    clock.advance(LATER_SECONDS);
    workflows.failWith(serviceUnavailable(new Error('away')));
    await expect(startOverdue(options())).rejects.toThrow();
    workflows.failWith(null);
    await expect(startOverdue(options())).resolves.toBe(1);
  });
});
