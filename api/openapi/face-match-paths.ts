import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  FACE_FILES,
  faceMatchAnswer,
  faceMatchBody,
  pendingFaceMatchAnswer,
} from '../../contract/schema/face-match.js';
import { answers, BODY_ERRORS } from './answers.js';
import { SUBMISSION_ID, succeed } from './examples.js';
import { headerParameters } from './header-parameters.js';
import { BY_PARTNER } from './security.js';
import { Tag } from './tags.js';

const file = z.file().meta({ description: 'JPEG or PNG, up to 10 MB.' });

const files = z
  .object(Object.fromEntries(FACE_FILES.map((name) => [name, file])))
  .meta({ id: 'FaceMatchByUpload' });

export const faceMatchPaths: ZodOpenApiPathsObject = {
  '/coe-partner/v1/face-match': {
    post: {
      operationId: 'matchFaces',
      tags: [Tag.FACE_MATCH],
      summary: 'Compare two faces',
      description:
        'Selfie against document or selfie against selfie, without a person in front of a camera: nothing is said about liveness. Send the images themselves, within ten seconds and at most four calls at a time, or addresses of them. A session id of its own for each comparison; the same again gives the same answer.',
      security: BY_PARTNER,
      requestParams: {
        header: headerParameters([
          'x-onboarding-partner',
          'x-partner-user-id',
          'x-partner-user-id-type',
          'x-partner-session-id',
        ]),
      },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: faceMatchBody,
            example: {
              selfieUrl: 'https://shop.example/images/1.jpg?signature=abc',
              referenceUrl: 'https://shop.example/images/2.jpg?signature=abc',
            },
          },
          'multipart/form-data': { schema: files },
        },
      },
      responses: answers(
        {
          200: {
            description: 'Compared within ten seconds.',
            schema: faceMatchAnswer,
            example: succeed({
              submissionId: SUBMISSION_ID,
              status: 'COMPLETED',
              result: 'VALID',
              reasonCode: null,
              faceMatchScore: 0.91,
            }),
          },
          202: {
            description: 'Takes longer: wait for the callback, or send the same again.',
            schema: pendingFaceMatchAnswer,
            example: succeed({ submissionId: SUBMISSION_ID, status: 'IN_PROGRESS' }),
          },
        },
        [
          'MISSING_AT_START',
          'INVALID_VALUE',
          'DOCUMENT_TOO_LARGE',
          'UNAUTHORIZED',
          'ONBOARDING_PARTNER_NOT_OWNED',
          'FORBIDDEN',
          'REQUEST_TIMEOUT',
          'SESSION_ALREADY_USED',
          'SUBMISSION_ALREADY_FINISHED',
          ...BODY_ERRORS,
        ],
      ),
    },
  },
};
