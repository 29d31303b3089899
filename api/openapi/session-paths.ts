import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { submissionStateAnswer } from '../../contract/schema/confirm-captures.js';
import { initiateFlowAnswer, initiateFlowBody } from '../../contract/schema/initiate-flow.js';
import { submissionDetailsAnswer } from '../../contract/schema/submission-details.js';
import { submissionStatusAnswer } from '../../contract/schema/submission-status.js';
import { answers, BODY_ERRORS } from './answers.js';
import { FINISHED, SUBMISSION_ID, succeed } from './examples.js';
import { headerParameters } from './header-parameters.js';
import { BY_EITHER, BY_PARTNER } from './security.js';
import { Tag } from './tags.js';

const LAUNCH = {
  launchUrl: 'https://kyc.example/s/AAAAAAAAAAAAAAAAAAAAAA#t=one-time-token',
  expires_at: '1783334259',
};

/** Names a submission: either its id, or the session and the user. */
const SUBMISSION_KEY = headerParameters(
  [],
  ['x-submission-id', 'x-partner-session-id', 'x-partner-user-id', 'x-partner-user-id-type'],
);

const WHICH_SUBMISSION =
  'Send either `x-submission-id`, or `x-partner-session-id` with `x-partner-user-id` and `x-partner-user-id-type`.';

const KEY_ERRORS = [
  'MISSING',
  'INVALID_VALUE',
  'SUBMISSION_DOES_NOT_EXIST',
  'SESSION_OF_ANOTHER_USER',
  'UNAUTHORIZED',
  'FORBIDDEN',
] as const;

export const sessionPaths: ZodOpenApiPathsObject = {
  '/coe-partner/v1/initiate-flow': {
    post: {
      operationId: 'initiateFlow',
      tags: [Tag.SESSIONS],
      summary: 'Initiate a session',
      description:
        'Repeating the call with the same headers and body gives the same submission and a fresh launch URL or token. Members that are not listed are ignored; `null` and `""` count as not given.',
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
            schema: initiateFlowBody,
            examples: {
              WEB_SDK: {
                summary: 'In the browser',
                value: {
                  flow: 'KYC_LITE',
                  source: 'WEB_SDK',
                  successRedirectionUrl: 'https://shop.example/verified',
                  failureRedirectionUrl: 'https://shop.example/not-verified',
                },
              },
              SDK: { summary: 'In an app', value: { flow: 'KTP_SCAN', source: 'SDK' } },
            },
          },
        },
      },
      responses: answers(
        {
          200: {
            description: 'With `WEB_SDK` a launch URL, with `SDK` a user token.',
            schema: initiateFlowAnswer,
            example: succeed(LAUNCH),
          },
        },
        [
          'MISSING_AT_START',
          'INVALID_VALUE',
          'MISSING_REDIRECTION_URL',
          'REFERENCE_IMAGE_NOT_CONFIGURED',
          'UNAUTHORIZED',
          'ONBOARDING_PARTNER_NOT_OWNED',
          'FORBIDDEN',
          'SESSION_ALREADY_USED',
          'SUBMISSION_ALREADY_FINISHED',
          ...BODY_ERRORS,
        ],
      ),
    },
  },
  '/coe/v1/submissions': {
    get: {
      operationId: 'getSubmissionDetails',
      tags: [Tag.SESSIONS],
      summary: 'Get submission details',
      description: `The verdict and what was read. ${WHICH_SUBMISSION} With lenient headers, a setting of the operator, the session alone does. An onboarding-partner header is accepted and ignored. There is no need to poll: the callback tells.`,
      security: BY_PARTNER,
      requestParams: { header: SUBMISSION_KEY },
      responses: answers(
        {
          200: {
            description: 'The submission as it stands.',
            schema: submissionDetailsAnswer,
            example: succeed(FINISHED),
          },
        },
        KEY_ERRORS,
      ),
    },
  },
  '/coe-partner/v1/submissions/status': {
    get: {
      operationId: 'getSubmissionStatus',
      tags: [Tag.SESSIONS, Tag.CAPTURES],
      summary: 'Get the status and what to do next',
      description: `With a user token every header but \`x-submission-id\` is needed, with a partner token \`x-submission-id\` or \`x-partner-session-id\`. Ask again after \`pollAfterMs\` until \`nextAction\` is not \`null\`.`,
      security: BY_EITHER,
      requestParams: {
        header: headerParameters(
          [],
          ['x-partner-session-id', 'x-sdk-session-id', 'x-submission-id'],
        ),
      },
      responses: answers(
        {
          200: {
            description: 'Where the submission is.',
            schema: submissionStatusAnswer,
            example: succeed({
              submissionId: SUBMISSION_ID,
              status: 'IN_PROGRESS',
              result: null,
              nextAction: 'RETRY',
              reasonCode: 'KTP_BLURRY',
              captures: ['KTP'],
              captureLock: 'n0B7cQ4Xy2Wl9sVbUe5RkTzHgFdMpAoI3jLxCq8vYt1',
              attempt: 2,
              maxAttempts: 3,
              pollAfterMs: 1000,
              handoff: null,
              challenge: null,
            }),
          },
        },
        KEY_ERRORS,
      ),
    },
  },
  '/coe-partner/v1/submissions/cancel': {
    post: {
      operationId: 'cancelSubmission',
      tags: [Tag.SESSIONS],
      summary: 'Cancel a session',
      description: `Ends an open submission with \`ERROR\` and \`CANCELLED_BY_PARTNER\`. ${WHICH_SUBMISSION} No body.`,
      security: BY_PARTNER,
      requestParams: { header: SUBMISSION_KEY },
      responses: answers(
        {
          200: {
            description:
              'Asked for, with the status that the submission had until now. The callback tells how it ended: what was just decided stays decided.',
            schema: submissionStateAnswer,
            example: succeed({ submissionId: SUBMISSION_ID, status: 'IN_PROGRESS' }),
          },
        },
        [...KEY_ERRORS, 'SUBMISSION_ALREADY_FINISHED'],
      ),
    },
  },
};
