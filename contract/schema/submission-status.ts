import { z } from 'zod';
import { DocumentType } from '../flow.js';
import { NextAction, SubmissionResult, SubmissionStatus } from '../submission.js';
import { successEnvelope } from './envelope.js';

const submissionStatus = z.strictObject({
  submissionId: z.uuid(),
  status: z.enum(SubmissionStatus),
  result: z.enum(SubmissionResult).nullable(),
  nextAction: z.enum(NextAction).nullable(),
  /** An open list: codes are added without notice. */
  reasonCode: z.string().nullable(),
  /** What the open attempt asks for; empty while one is processed and after the end. */
  captures: z.array(z.enum(DocumentType)),
  /** Which try the capture that was tried most is at; from 1 to `maxAttempts`. */
  attempt: z.int().min(1),
  maxAttempts: z.int().min(1),
  /** When to ask again; null after the end. */
  pollAfterMs: z.int().positive().nullable(),
});
export type SubmissionStatusView = z.infer<typeof submissionStatus>;

/** `GET /coe-partner/v1/submissions/status`. */
export const submissionStatusAnswer = successEnvelope(submissionStatus);
