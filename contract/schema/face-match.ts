import { z } from 'zod';
import { SubmissionResult } from '../submission.js';
import { successEnvelope } from './envelope.js';

const MAX_URL_LENGTH = 4096;

/** Plain http passes here and is refused on the way out, unless to a network of the partner's. */
const imageUrl = z.url({ protocol: /^https?$/ }).max(MAX_URL_LENGTH);

/** `POST /coe-partner/v1/face-match` as JSON. As multipart it has the files of `FACE_FILES`. */
export const faceMatchBody = z
  .object({
    selfieUrl: imageUrl.meta({ description: 'Where we fetch the first image, over https.' }),
    referenceUrl: imageUrl.meta({ description: 'Where we fetch the second image, over https.' }),
  })
  .meta({ id: 'FaceMatchByAddress' });

/** The parts of a multipart body, JPEG or PNG. */
export const FACE_FILES = ['selfie', 'reference'] as const;

const faceMatch = z
  .strictObject({
    submissionId: z.uuid(),
    status: z.enum(['COMPLETED', 'ERROR']),
    result: z.enum(SubmissionResult).nullable(),
    reasonCode: z.string().nullable().meta({ description: 'An open list.' }),
    faceMatchScore: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: '0 to 1; 0.5 is the default operating point. Null when not measured.' }),
  })
  .meta({ id: 'FaceMatch' });
export type FaceMatchView = z.infer<typeof faceMatch>;

/** 200, when it was decided in time. */
export const faceMatchAnswer = successEnvelope(faceMatch);

const pendingFaceMatch = z
  .strictObject({ submissionId: z.uuid(), status: z.literal('IN_PROGRESS') })
  .meta({ id: 'PendingFaceMatch' });
export type PendingFaceMatch = z.infer<typeof pendingFaceMatch>;

/** 202: the callback will tell, or the same call again. */
export const pendingFaceMatchAnswer = successEnvelope(pendingFaceMatch);
