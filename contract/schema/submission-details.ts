import { z } from 'zod';
import { FlowName } from '../flow.js';
import { SubmissionResult, SubmissionStatus } from '../submission.js';
import { successEnvelope } from './envelope.js';
import { reasonCode } from './reason-code.js';
import { submissionFields } from './submission-fields.js';

/** Absent in production, so that what is documented stays as it is. */
export const sandboxMark = z.literal('SANDBOX').exactOptional().meta({
  description:
    'Only of sandbox submissions: the outcome was forced, nobody was verified. Refuse it in production.',
});

export const submissionRecord = z
  .strictObject({
    submissionId: z.uuid(),
    submissionType: z.enum(FlowName),
    userId: z
      .string()
      .meta({ description: '`x-partner-user-id` of initiate; empty once it is erased.' }),
    userIdType: z.string().meta({ description: '`x-partner-user-id-type` of initiate.' }),
    partnerSessionId: z.string().meta({
      description: '`x-partner-session-id` of initiate; empty once it is erased.',
    }),
    status: z.enum(SubmissionStatus),
    result: z
      .enum(SubmissionResult)
      .nullable()
      .meta({ description: '`null` while in progress and after an ERROR.' }),
    reasonCode,
    environment: sandboxMark,
    processedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'ISO 8601 in UTC; `null` while in progress.' }),
    erasedAt: z.iso.datetime().exactOptional().meta({
      description:
        'Only of an erased submission: when pictures, fields and ids were erased. Status, reason and times stay.',
    }),
    submissionDetails: submissionFields,
  })
  .meta({ id: 'SubmissionRecord' });
export type SubmissionRecord = z.infer<typeof submissionRecord>;

/** `GET /coe/v1/submissions`. */
export const submissionDetailsAnswer = successEnvelope(submissionRecord);
