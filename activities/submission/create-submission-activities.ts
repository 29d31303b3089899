import type { SubmissionProjectionStore } from '../../db/submission-projection-store.js';
import type { SubmissionActivities } from '../activity-types.js';
import { guardActivity } from '../failure.js';

/** The workflow's writes to the projection that the API reads. */
export function createSubmissionActivities(
  projection: Pick<SubmissionProjectionStore, 'recordRetry' | 'recordOutcome'>,
): SubmissionActivities {
  return {
    recordRetry: guardActivity((retry) => projection.recordRetry(retry)),
    recordOutcome: guardActivity(({ processedAt, ...ended }) =>
      projection.recordOutcome({ ...ended, processedAt: new Date(processedAt) }),
    ),
  };
}
