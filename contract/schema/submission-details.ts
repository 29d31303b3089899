import { z } from 'zod';
import { FlowName } from '../flow.js';
import type { SubmissionDetails } from '../submission-details.js';
import { SubmissionResult, SubmissionStatus } from '../submission.js';
import { successEnvelope } from './envelope.js';

const submissionRecord = z.strictObject({
  submissionId: z.uuid(),
  submissionType: z.enum(FlowName),
  userId: z.string(),
  userIdType: z.string(),
  partnerSessionId: z.string(),
  status: z.enum(SubmissionStatus),
  result: z.enum(SubmissionResult).nullable(),
  reasonCode: z.string().nullable(),
  /** ISO 8601 in UTC; null while the submission is in progress. */
  processedAt: z.iso.datetime().nullable(),
  /** Empty until the submission has ended. */
  submissionDetails: z.custom<SubmissionDetails>(
    (value) => typeof value === 'object' && value !== null,
  ),
});
export type SubmissionRecord = z.infer<typeof submissionRecord>;

/** `GET /coe/v1/submissions`. */
export const submissionDetailsAnswer = successEnvelope(submissionRecord);
