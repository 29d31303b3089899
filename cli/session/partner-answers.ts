import { z } from 'zod';
import { ChallengeAction } from '../../contract/challenge.js';
import { FlowName, DocumentType } from '../../contract/flow.js';
import { NextAction, SubmissionResult, SubmissionStatus } from '../../contract/submission.js';

/**
 * The platform's answers as a partner has to read them: what a later version adds is ignored, and
 * reason codes are an open list.
 */
const tokenAnswer = z.object({
  token: z.string().min(1),
  /** Both are numbers in strings on the wire. */
  expiry_seconds: z.string().regex(/^\d+$/),
  expires_at: z.string().regex(/^\d+$/),
});

const launchAnswer = z.object({ launchUrl: z.url(), expires_at: z.string() });

const uploadTarget = z.object({
  documentType: z.enum(DocumentType),
  url: z.url(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()).default({}),
});

const statusAnswer = z.object({
  submissionId: z.string(),
  status: z.enum(SubmissionStatus),
  nextAction: z.enum(NextAction).nullable(),
  reasonCode: z.string().nullable(),
  captures: z.array(z.enum(DocumentType)).default([]),
  challenge: z
    .object({
      nonce: z.string(),
      action: z.enum(ChallengeAction),
      then: z.enum(ChallengeAction).exactOptional(),
      expiresAt: z.string(),
    })
    .nullish(),
  attempt: z.int(),
  maxAttempts: z.int(),
  pollAfterMs: z.number().nonnegative().nullish(),
});

const detailsAnswer = z.object({
  submissionId: z.string(),
  submissionType: z.enum(FlowName),
  partnerSessionId: z.string(),
  status: z.enum(SubmissionStatus),
  result: z.enum(SubmissionResult).nullable(),
  reasonCode: z.string().nullable(),
  processedAt: z.string().nullish(),
  submissionDetails: z.record(z.string(), z.unknown()).default({}),
});

export const answers = {
  token: tokenAnswer,
  launch: launchAnswer,
  uploads: z.object({
    submissionId: z.string(),
    attempt: z.int().optional(),
    urls: z.array(uploadTarget),
    captureNonce: z.string().optional(),
  }),
  confirmation: z.object({ submissionId: z.string(), status: z.enum(SubmissionStatus) }),
  status: statusAnswer,
  details: detailsAnswer,
  anything: z.unknown(),
};

export const successEnvelope = z.object({ success: z.literal(true), data: z.unknown() });

export const failureEnvelope = z.object({
  success: z.literal(false),
  errors: z.array(z.object({ code: z.string(), cause: z.string() })).min(1),
});

export type TokenAnswer = z.infer<typeof tokenAnswer>;
export type LaunchAnswer = z.infer<typeof launchAnswer>;
export type UploadTarget = z.infer<typeof uploadTarget>;
export type UploadsAnswer = z.infer<typeof answers.uploads>;
export type StatusAnswer = z.infer<typeof statusAnswer>;
export type DetailsAnswer = z.infer<typeof detailsAnswer>;
