import { z } from 'zod';
import { SubmissionStatus } from '../submission.js';
import { successEnvelope } from './envelope.js';

/** `PUT /coe-partner/v1/submissions/url` and its aliases. `metadata` is accepted and not used. */
export const confirmCapturesBody = z
  .object({
    submissionId: z.uuid(),
    attempt: z.int().min(1).optional().meta({
      description:
        'As presign told it. With it a repeated confirm has the same answer until the submission has ended; without it the attempt that is open is meant.',
    }),
    maxMovements: z.int().min(1).optional().meta({
      description:
        'How many movements the app can ask a person for in one recording. With 2 a challenge may name a second one, `then`; without it challenges name one.',
    }),
    metadata: z
      .record(z.string(), z.unknown())
      .nullish()
      .meta({ description: 'Accepted and not used.' }),
  })
  .meta({ id: 'ConfirmCaptures' });

const submissionState = z
  .strictObject({ submissionId: z.uuid(), status: z.enum(SubmissionStatus) })
  .meta({ id: 'SubmissionState' });
export type SubmissionState = z.infer<typeof submissionState>;

/** Answer of confirm and of `POST /coe-partner/v1/submissions/cancel`. */
export const submissionStateAnswer = successEnvelope(submissionState);
