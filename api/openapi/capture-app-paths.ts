import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  exchangeLaunchBody,
  launchedSessionAnswer,
  renewLaunchBody,
} from '../../contract/schema/launch.js';
import { answers, BODY_ERRORS } from './answers.js';
import { LAUNCHED_SESSION, PUBLIC_ID, succeed } from './examples.js';
import { OPEN } from './security.js';
import { Tag } from './tags.js';

/** The capture app's own calls: documented for who reads along, not for partners. */
export const captureAppPaths: ZodOpenApiPathsObject = {
  '/web/v1/launch/exchange': {
    post: {
      operationId: 'exchangeLaunch',
      tags: [Tag.CAPTURE_APP],
      summary: 'Exchange a launch token',
      description:
        'Works once, or again for who lost the answer, see `repeatKey`. The answer also sets the cookie that `renew` goes by.',
      security: OPEN,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: exchangeLaunchBody,
            example: { publicId: PUBLIC_ID, token: 'A'.repeat(43) },
          },
        },
      },
      responses: answers(
        {
          200: {
            description: 'The session of this browser.',
            schema: launchedSessionAnswer,
            example: succeed(LAUNCHED_SESSION),
          },
        },
        [
          'INVALID_VALUE',
          'LAUNCH_TOKEN_INVALID',
          'LAUNCH_TOKEN_EXPIRED',
          'LAUNCH_TOKEN_ALREADY_USED',
          ...BODY_ERRORS,
        ],
      ),
    },
  },
  '/web/v1/launch/renew': {
    post: {
      operationId: 'renewLaunch',
      tags: [Tag.CAPTURE_APP],
      summary: 'Renew the user token from the cookie',
      security: OPEN,
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: renewLaunchBody, example: { publicId: PUBLIC_ID } },
        },
      },
      responses: answers(
        {
          200: {
            description: 'The session of this browser.',
            schema: launchedSessionAnswer,
            example: succeed(LAUNCHED_SESSION),
          },
        },
        ['INVALID_VALUE', 'LAUNCH_SESSION_INVALID', 'HANDOFF_ENDED', ...BODY_ERRORS],
      ),
    },
  },
};
