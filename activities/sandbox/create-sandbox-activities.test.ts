import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, it } from 'vitest';
import type { Assessment } from '../../db/assessment-store.js';
import type { RecordForcedVerdictsInput } from '../activity-types.js';
import { createSandboxActivities } from './create-sandbox-activities.js';

it('records forced verdicts about nobody', async () => {
  const saved: Assessment[] = [];
  const { recordForcedVerdicts } = createSandboxActivities({
    saveAssessment: (found) => {
      saved.push(found);
      return Promise.resolve();
    },
  });
  const input: RecordForcedVerdictsInput = {
    submissionId: 's',
    attempt: 2,
    verdicts: [
      { check: 'DOCUMENT', verdict: 'PASS' },
      { check: 'FACE_MATCH', verdict: 'REJECT', reasonCode: 'FACE_MATCH_FAILED' },
    ],
  };
  await new MockActivityEnvironment().run(recordForcedVerdicts, input);
  expect(saved).toMatchObject([
    {
      submissionId: 's',
      attempt: 2,
      check: 'DOCUMENT',
      score: null,
      ktp: { ktpDetails: { name: 'CONTOH SANDBOX' } },
    },
    { check: 'FACE_MATCH', verdict: 'REJECT', reasonCode: 'FACE_MATCH_FAILED', score: 0.01 },
  ]);
});
