import { z } from 'zod';
import { CheckName } from '../../flow.js';
import { successEnvelope } from '../envelope.js';
import { reasonCode } from '../reason-code.js';
import { timestamp } from './page.js';

/** `/operator/v1/submissions/{submissionId}/assessments`. */
export const submissionPath = z.strictObject({ submissionId: z.uuid() });

const signView = z.strictObject({
  name: z.string(),
  score: z.number().nullable().meta({ description: 'On the scale of the sign.' }),
  threshold: z.number().nullable(),
  isAgainst: z.boolean().meta({ description: 'Whether it speaks against the capture.' }),
});

/** Says nothing about the person. */
const assessmentView = z.strictObject({
  attempt: z.int(),
  check: z.enum(CheckName),
  verdict: z.enum(['PASS', 'RETRY', 'REJECT']),
  reasonCode,
  score: z.number().nullable(),
  signs: z
    .array(signView)
    .meta({ description: 'What was measured and found. Open: models come and go.' }),
  durationMs: z.int(),
  assessedAt: timestamp,
});
export type AssessmentView = z.infer<typeof assessmentView>;

export const assessmentsAnswer = successEnvelope(
  z.strictObject({ assessments: z.array(assessmentView) }),
);
