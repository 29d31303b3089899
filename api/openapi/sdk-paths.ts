import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  embeddedSessionAnswer,
  sdkLaunchAnswer,
  sdkLaunchBody,
  sdkSessionBody,
} from '../../contract/schema/embed.js';
import { answers, BODY_ERRORS } from './answers.js';
import { EMBEDDED_SESSION, PUBLIC_ID, SUBMISSION_ID, succeed } from './examples.js';
import { CAPTURE_APP_HEADERS } from './header-parameters.js';
import { BY_USER } from './security.js';
import { Tag } from './tags.js';

const SHOP = 'https://shop.example';

const ERRORS = [
  'MISSING',
  'INVALID_VALUE',
  'SUBMISSION_DOES_NOT_EXIST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'EMBED_ORIGIN_NOT_REGISTERED',
  ...BODY_ERRORS,
] as const;

/** The Web SDK. */
export const sdkPaths: ZodOpenApiPathsObject = {
  '/web/v1/sdk/launch': {
    post: {
      operationId: 'launchForSdk',
      tags: [Tag.CAPTURE_APP],
      summary: 'Open the capture app from a partner’s page',
      description:
        'The one call that pages of other origins may make: the Web SDK, at an origin that is registered for the partner. With a token of `GET /v2/coe/authentication` it begins the submission. A `REDIRECT` needs both redirection addresses, of initiate or by default.',
      security: BY_USER,
      requestParams: { header: CAPTURE_APP_HEADERS },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: sdkLaunchBody,
            example: { flow: 'KTP_SCAN', mode: 'OVERLAY' },
          },
        },
      },
      responses: answers(
        {
          200: {
            description: 'Where the capture app is.',
            schema: sdkLaunchAnswer,
            example: succeed({
              submissionId: SUBMISSION_ID,
              launchUrl: `https://kyc.example/s/${PUBLIC_ID}?embed=${encodeURIComponent(SHOP)}`,
            }),
          },
        },
        [
          ...ERRORS,
          'MISSING_REDIRECTION_URL',
          'REFERENCE_IMAGE_NOT_CONFIGURED',
          'SESSION_ALREADY_USED',
          'SUBMISSION_ALREADY_FINISHED',
        ],
      ),
    },
  },
  '/web/v1/sdk/session': {
    post: {
      operationId: 'openSdkSession',
      tags: [Tag.CAPTURE_APP],
      summary: 'Open the session of a frame or popup',
      description: 'By the token that the Web SDK handed over. It sets no cookie.',
      security: BY_USER,
      requestParams: { header: CAPTURE_APP_HEADERS },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: sdkSessionBody,
            example: { publicId: PUBLIC_ID, embedOrigin: SHOP },
          },
        },
      },
      responses: answers(
        {
          200: {
            description: 'The session, without a token of its own.',
            schema: embeddedSessionAnswer,
            example: succeed(EMBEDDED_SESSION),
          },
        },
        ERRORS,
      ),
    },
  },
};
