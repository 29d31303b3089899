import type { SubmissionDetails } from '../../contract/submission-details.js';
import type { EndedSubmission } from '../../db/submission-projection-store.js';

/** Everything that we know about the person in words, for finding it in what a partner answers. */
export function listPersonalValues(
  ended: EndedSubmission,
  { ktpDetails }: SubmissionDetails,
): readonly string[] {
  const read = ktpDetails === undefined ? [] : Object.values({ ...ktpDetails });
  return [ended.partnerUserId, ended.partnerSessionId, ...read.filter((value) => value !== null)];
}
