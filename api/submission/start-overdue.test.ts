import { beforeEach, describe, expect, it } from 'vitest';
import { createMemorySubmissionStore } from '../../test/support/memory/submission-store.js';
import { createMemoryRequestedRuns } from '../../test/support/memory/requested-runs.js';
import { newSubmission } from '../../test/support/new-submission.js';
import { createTestClock } from '../../test/support/test-clock.js';
import { createLogger } from '../../logging/logger.js';
import { serviceUnavailable } from '../errors.js';
import { startOverdue } from './start-overdue.js';
import { startSubmission } from './start-submission.js';

const LATER_SECONDS = 11;

let submissions: ReturnType<typeof createMemorySubmissionStore>;
let runs: ReturnType<typeof createMemoryRequestedRuns>;
let clock: ReturnType<typeof createTestClock>;
let lines: string[];

beforeEach(() => {
  submissions = createMemorySubmissionStore();
  runs = createMemoryRequestedRuns();
  clock = createTestClock();
  lines = [];
});

const logger = createLogger('api', 'info', { write: (line) => void lines.push(line) });
const options = () => ({ submissions, runs, logger, now: clock.now });
const store = () => submissions.createOrFind(newSubmission({ createdAt: clock.now() }));
const startedIds = () => runs.started.map(({ submissionId }) => submissionId);

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

  it('starts the others where one cannot be started, and tells of that one', async () => {
    const [refused, other] = [await store(), await store()];
    clock.advance(LATER_SECONDS);
    const start: typeof runs.start = (submission) =>
      submission.submissionId === refused.id
        ? Promise.reject(new Error('no such flow'))
        : runs.start(submission);
    await expect(startOverdue({ ...options(), runs: { start } })).resolves.toBe(1);
    expect(startedIds()).toEqual([other.id]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(refused.id);
    expect(lines[0]).not.toContain('no such flow');
  });

  it('comes back to it when the workflow service is away', async () => {
    await store();
    clock.advance(LATER_SECONDS);
    runs.failWith(serviceUnavailable(new Error('away')));
    await expect(startOverdue(options())).rejects.toThrow();
    runs.failWith(null);
    await expect(startOverdue(options())).resolves.toBe(1);
  });
});
