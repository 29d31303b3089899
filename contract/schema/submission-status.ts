import { z } from 'zod';
import { ChallengeAction } from '../challenge.js';
import { DocumentType } from '../flow.js';
import { NextAction, SubmissionResult, SubmissionStatus } from '../submission.js';
import { successEnvelope } from './envelope.js';
import { handoffView } from './handoff.js';
import { reasonCode } from './reason-code.js';

const challenge = z
  .strictObject({
    nonce: z.uuid(),
    action: z.enum(ChallengeAction),
    then: z.enum(ChallengeAction).exactOptional().meta({
      description:
        'A second movement, after the first and with the face to the front between, in the same recording. Only for apps whose confirm said `maxMovements: 2`.',
    }),
    expiresAt: z.iso.datetime(),
    expiresInMs: z.int().min(0).meta({
      description: 'The same from this answer on, for devices whose clock is wrong.',
    }),
  })
  .meta({ id: 'Challenge' });

const submissionStatus = z
  .strictObject({
    submissionId: z.uuid(),
    status: z.enum(SubmissionStatus),
    result: z.enum(SubmissionResult).nullable(),
    nextAction: z.enum(NextAction).nullable().meta({
      description:
        '`RETRY`: take again what `captures` names. `STATUS`: show the result. `EXIT`: leave without a result screen. `null`: ask again.',
    }),
    reasonCode,
    captures: z.array(z.enum(DocumentType)).meta({
      description: 'What the open attempt asks for; empty while one is judged and after the end.',
    }),
    captureLock: z.string().nullable().meta({
      description:
        'Half of a key, another for each attempt: a capture app that keeps pictures on the device until they are sent locks them up with it. `null` when no picture is asked for.',
    }),
    challenge: challenge.nullable().meta({
      description:
        'Not `null` whenever a movement is asked for, whatever `reasonCode` says: after an answer that could not be seen it comes with `FACE_DARK` and the like.',
    }),
    attempt: z.int().min(1).meta({
      description: 'Which try the capture that was tried most is at; from 1 to `maxAttempts`.',
    }),
    maxAttempts: z.int().min(1),
    pollAfterMs: z
      .int()
      .positive()
      .nullable()
      .meta({ description: 'When to ask again, in milliseconds; `null` after the end.' }),
    handoff: handoffView
      .nullable()
      .meta({ description: 'The latest hand-off to a phone; `null` when there was none.' }),
  })
  .meta({ id: 'SubmissionStatusView' });
export type SubmissionStatusView = z.infer<typeof submissionStatus>;

/** `GET /coe-partner/v1/submissions/status`. */
export const submissionStatusAnswer = successEnvelope(submissionStatus);
