import { beforeEach, describe, expect, it } from 'vitest';
import { createPartner } from '../../test/support/api-under-test.js';
import { EMPTY_BACKLOG } from '../../test/support/empty-backlog.js';
import { createMemorySubmissionStore } from '../../test/support/memory/submission-store.js';
import { createMemoryRequestedRuns } from '../../test/support/memory/requested-runs.js';
import { createTestClock } from '../../test/support/test-clock.js';
import { openSubmission, type OpenSubmissionRequest } from './open-submission.js';

let submissions: ReturnType<typeof createMemorySubmissionStore>;
let hasSource: boolean;
const clock = createTestClock();

beforeEach(() => {
  submissions = createMemorySubmissionStore();
  hasSource = true;
});

const REQUEST: OpenSubmissionRequest = {
  caller: { scope: 'partner', partner: createPartner(), environment: 'PRODUCTION' },
  partnerSessionId: 'session-1',
  partnerUserId: 'user-7',
  partnerUserIdType: 'ACME_USER_ID',
  requestDigest: 'digest',
  body: { flow: 'FACE_VERIFICATION', source: 'SDK' },
};

const open = (changed: Partial<OpenSubmissionRequest> = {}) =>
  openSubmission(
    {
      submissions,
      runs: createMemoryRequestedRuns(),
      referenceImages: { hasSource: () => Promise.resolve(hasSource) },
      backlog: EMPTY_BACKLOG,
      now: clock.now,
    },
    { ...REQUEST, ...changed },
    (created) => submissions.createOrFind(created),
  );

describe('opening a submission of a flow that needs a reference image', () => {
  it('is refused without a source, and the session id can still be used', async () => {
    hasSource = false;
    await expect(open()).rejects.toThrow('REFERENCE_IMAGE_NOT_CONFIGURED');
    expect(submissions.all()).toEqual([]);
    hasSource = true;
    await open();
  });

  it('needs none in the sandbox, which asks nothing of a source', async () => {
    hasSource = false;
    const caller = { ...REQUEST.caller, environment: 'SANDBOX' as const };
    await expect(open({ caller })).resolves.toMatchObject({ environment: 'SANDBOX' });
  });

  it('has the same answer when the source was taken away meanwhile', async () => {
    const first = await open();
    hasSource = false;
    await expect(open()).resolves.toMatchObject({ id: first.id, policy: first.policy });
    await expect(open({ requestDigest: 'other' })).rejects.toThrow(
      'PARTNER_SESSION_ID_ALREADY_USED',
    );
    await expect(open({ partnerSessionId: 'session-2' })).rejects.toThrow(
      'REFERENCE_IMAGE_NOT_CONFIGURED',
    );
    expect(submissions.all()).toHaveLength(1);
  });
});
