import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { assessmentsAnswer, submissionPath } from '../../contract/schema/operator/assessment.js';
import { auditAnswer, auditQuery } from '../../contract/schema/operator/audit.js';
import {
  deliveriesAnswer,
  deliveriesQuery,
  replayAnswer,
  replayBody,
} from '../../contract/schema/operator/delivery.js';
import { SUBMISSION_ID, succeed } from './examples.js';
import { operatorCall } from './operator-call.js';

const AT = '2026-11-22T02:00:00.000Z';

const DELIVERY = {
  submissionId: SUBMISSION_ID,
  delivery: 1,
  partnerCode: 'SHOP',
  webhookId: 'msg_0198c7f000007000',
  state: 'DEAD',
  createdAt: AT,
  settledAt: '2026-11-25T05:40:00.000Z',
  attempts: 10,
  lastAttempt: {
    httpStatus: 503,
    errorClass: 'HTTP_STATUS',
    answerExcerpt: null,
    durationMs: 120,
    attemptedAt: '2026-11-25T05:40:00.000Z',
  },
};

/** What was sent to partners and what operators have changed. */
export const operatorRecordPaths: ZodOpenApiPathsObject = {
  '/operator/v1/deliveries': {
    get: operatorCall({
      operationId: 'listDeliveries',
      summary: 'List deliveries of callbacks',
      description: 'Newest first. `state=DEAD` lists the dead letters.',
      query: deliveriesQuery,
      answer: {
        schema: deliveriesAnswer,
        example: succeed({ deliveries: [DELIVERY], nextCursor: null }),
      },
    }),
  },
  '/operator/v1/deliveries/replay': {
    post: operatorCall({
      operationId: 'replayDeliveries',
      summary: 'Deliver again',
      description: 'One submission, or every one whose newest delivery the filter fits.',
      body: { schema: replayBody, example: { filter: { partnerCode: 'SHOP', state: 'DEAD' } } },
      status: 202,
      answer: {
        schema: replayAnswer,
        example: succeed({
          replays: [{ submissionId: SUBMISSION_ID, delivery: 2 }],
          hasMore: false,
        }),
      },
    }),
  },
  '/operator/v1/submissions/{submissionId}/assessments': {
    get: operatorCall({
      operationId: 'listAssessments',
      summary: 'List what the checks of a submission found',
      description:
        'Scores and signs of every attempt, for whoever looks into a verdict. They name nobody.',
      path: submissionPath,
      answer: {
        schema: assessmentsAnswer,
        example: succeed({
          assessments: [
            {
              attempt: 1,
              check: 'LIVENESS',
              verdict: 'RETRY',
              reasonCode: 'CHALLENGE_REQUIRED',
              score: 0.41,
              signs: [
                { name: 'network', score: 0.59, threshold: 0.5, isAgainst: true },
                { name: 'foreign-nonce', score: null, threshold: null, isAgainst: false },
              ],
              durationMs: 140,
              assessedAt: AT,
            },
          ],
        }),
      },
    }),
  },
  '/operator/v1/audit': {
    get: operatorCall({
      operationId: 'listAuditEntries',
      summary: 'List who has changed and seen what',
      description:
        'Newest first. Each entry covers the one before by its hash: `kenali audit verify` goes through them all.',
      query: auditQuery,
      answer: {
        schema: auditAnswer,
        example: succeed({
          entries: [
            {
              id: SUBMISSION_ID,
              at: AT,
              actor: 'operator:console',
              action: 'partner.changed',
              partnerCode: 'SHOP',
              detail: { maxAttempts: { from: 3, to: 5 } },
              position: 7,
              hash: '6b'.repeat(32),
            },
          ],
          nextCursor: null,
        }),
      },
    }),
  },
};
