import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  claimHandoffBody,
  endedHandoffAnswer,
  openedHandoffAnswer,
} from '../../contract/schema/handoff.js';
import { launchedSessionAnswer } from '../../contract/schema/launch.js';
import { answers, BODY_ERRORS } from './answers.js';
import { LAUNCHED_SESSION, PUBLIC_ID, SUBMISSION_ID, succeed } from './examples.js';
import { CAPTURE_APP_HEADERS } from './header-parameters.js';
import { BY_USER, OPEN } from './security.js';
import { Tag } from './tags.js';

const ERRORS = [
  'MISSING',
  'INVALID_VALUE',
  'SUBMISSION_DOES_NOT_EXIST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'HANDOFF_NOT_ALLOWED',
  'SUBMISSION_ALREADY_FINISHED',
] as const;

/** Smart QR. Apps of partners open and end a hand-off as the capture app does; the claim is its own. */
export const handoffPaths: ZodOpenApiPathsObject = {
  '/web/v1/handoff': {
    post: {
      operationId: 'openHandoff',
      tags: [Tag.CAPTURES, Tag.CAPTURE_APP],
      summary: 'Begin a hand-off to a phone',
      description:
        'By the device that began the session. A new one takes the place of the one before. No body.',
      security: BY_USER,
      requestParams: { header: CAPTURE_APP_HEADERS },
      responses: answers(
        {
          200: {
            description: 'What the QR picture says.',
            schema: openedHandoffAnswer,
            example: succeed({
              handoffId: SUBMISSION_ID,
              handoffUrl: `https://kyc.example/s/${PUBLIC_ID}#h=one-time-code`,
              expiresAt: '2026-11-22T02:10:00.000Z',
              expiresInSeconds: 600,
            }),
          },
        },
        ERRORS,
      ),
    },
  },
  '/web/v1/handoff/claim': {
    post: {
      operationId: 'claimHandoff',
      tags: [Tag.CAPTURE_APP],
      summary: 'Take over on the phone',
      description:
        'Works once, or again for who lost the answer, see `repeatKey`. The answer also sets the cookie that `renew` goes by.',
      security: OPEN,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: claimHandoffBody,
            example: { publicId: PUBLIC_ID, code: 'A'.repeat(43) },
          },
        },
      },
      responses: answers(
        {
          200: {
            description: 'The session of the phone.',
            schema: launchedSessionAnswer,
            example: succeed({ ...LAUNCHED_SESSION, role: 'HANDOFF' }),
          },
        },
        [
          'INVALID_VALUE',
          'HANDOFF_CODE_INVALID',
          'HANDOFF_CODE_EXPIRED',
          'HANDOFF_CODE_ALREADY_USED',
          'HANDOFF_NOT_ALLOWED',
          'SUBMISSION_ALREADY_FINISHED',
          ...BODY_ERRORS,
        ],
      ),
    },
  },
  '/web/v1/handoff/end': {
    post: {
      operationId: 'endHandoff',
      tags: [Tag.CAPTURES, Tag.CAPTURE_APP],
      summary: 'End a hand-off, from either side',
      description: 'No body.',
      security: BY_USER,
      requestParams: { header: CAPTURE_APP_HEADERS },
      responses: answers(
        {
          200: {
            description: 'Ended; `null` when there was none.',
            schema: endedHandoffAnswer,
            example: succeed({ handoff: { state: 'ENDED' } }),
          },
        },
        ERRORS,
      ),
    },
  },
};
