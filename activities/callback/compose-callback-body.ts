import type {
  CallbackPayload,
  FullCallbackBody,
  MinimalCallbackBody,
} from '../../contract/callback.js';
import type { SubmissionDetails } from '../../contract/submission-details.js';
import type { EndedSubmission } from '../../db/submission-projection-store.js';

/**
 * The text that is signed and sent. Every member comes from the database, where nothing of an
 * ended submission changes (`saveAssessment` stores only for those in progress), so every try sends
 * the same until an erasure: what is tried after it lacks the fields, under the same id.
 */
export function composeCallbackBody(
  payload: CallbackPayload,
  ended: EndedSubmission,
  submissionDetails: SubmissionDetails,
): string {
  const minimal: MinimalCallbackBody = {
    submissionId: ended.submissionId,
    status: ended.status,
    result: ended.result,
    reasonCode: ended.reasonCode,
    ...(ended.environment === 'SANDBOX' && { environment: ended.environment }),
  };
  if (payload === 'minimal') return JSON.stringify(minimal);
  const full: FullCallbackBody = {
    ...minimal,
    submissionType: ended.flow,
    userId: ended.partnerUserId,
    userIdType: ended.partnerUserIdType,
    partnerSessionId: ended.partnerSessionId,
    processedAt: ended.processedAt.toISOString(),
    submissionDetails,
  };
  return JSON.stringify(full);
}
