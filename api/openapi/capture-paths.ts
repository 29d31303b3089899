import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  confirmCapturesBody,
  submissionStateAnswer,
} from '../../contract/schema/confirm-captures.js';
import { uploadUrlsAnswer, uploadUrlsQuery } from '../../contract/schema/upload-urls.js';
import { CAPTURE_PATHS } from '../routes/submissions/capture-addresses.js';
import { answers, BODY_ERRORS } from './answers.js';
import { SUBMISSION_ID, succeed } from './examples.js';
import { CAPTURE_APP_HEADERS } from './header-parameters.js';
import { BY_USER } from './security.js';
import { Tag } from './tags.js';

/** The first is the one that is documented. */
const [CANONICAL, ...ALIASES] = CAPTURE_PATHS;
const ALSO_AT = `Also at ${ALIASES.map((path) => `\`${path}\``).join(', ')}.`;

const ERRORS = [
  'MISSING',
  'INVALID_VALUE',
  'SUBMISSION_DOES_NOT_EXIST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'HANDOFF_REQUIRED',
  'ATTEMPT_ALREADY_CONFIRMED',
  'SUBMISSION_ALREADY_FINISHED',
  'HANDOFF_IN_PROGRESS',
] as const;

/** Of a token of the older SDK flow, whose first presign begins the submission. */
const BEGINNING_ERRORS = ['REFERENCE_IMAGE_NOT_CONFIGURED', 'SESSION_ALREADY_USED'] as const;

/** What an app does with a user token. */
export const capturePaths: ZodOpenApiPathsObject = {
  [CANONICAL]: {
    get: {
      operationId: 'presignCaptures',
      tags: [Tag.CAPTURES],
      summary: 'Get upload addresses',
      description: `Where to PUT each picture that the open attempt asks for: JPEG, PNG or WebP, up to 10 MB, with the headers that are named. An app may send a burst behind the JPEG of a selfie, see \`captureNonce\` and the partner guide. ${ALSO_AT}`,
      security: BY_USER,
      requestParams: { header: CAPTURE_APP_HEADERS, query: uploadUrlsQuery },
      responses: answers(
        {
          200: {
            description: 'One address a picture.',
            schema: uploadUrlsAnswer,
            example: succeed({
              submissionId: SUBMISSION_ID,
              attempt: 1,
              urls: [
                {
                  documentType: 'KTP',
                  url: 'https://storage.example/captures/1',
                  method: 'PUT',
                  headers: { 'Content-Type': 'image/jpeg' },
                },
              ],
              expires_at: '1783333059',
            }),
          },
        },
        [...ERRORS, ...BEGINNING_ERRORS],
      ),
    },
    put: {
      operationId: 'confirmCaptures',
      tags: [Tag.CAPTURES],
      summary: 'Confirm the uploads',
      description: `Judging begins. Confirming the same pictures again gives the same answer until the submission has ended; then it is 1557, and the status tells how. ${ALSO_AT}`,
      security: BY_USER,
      requestParams: { header: CAPTURE_APP_HEADERS },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: confirmCapturesBody,
            example: { submissionId: SUBMISSION_ID },
          },
        },
      },
      responses: answers(
        {
          200: {
            description: 'Taken.',
            schema: submissionStateAnswer,
            example: succeed({ submissionId: SUBMISSION_ID, status: 'IN_PROGRESS' }),
          },
        },
        [...ERRORS, 'DOCUMENT_NOT_UPLOADED', 'DOCUMENT_TOO_LARGE', ...BODY_ERRORS],
      ),
    },
  },
};
