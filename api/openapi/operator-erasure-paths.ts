import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  eraseBody,
  erasuresAnswer,
  erasuresQuery,
  requestedErasureAnswer,
} from '../../contract/schema/operator/erasure.js';
import {
  holdAnswer,
  holdPath,
  holdsAnswer,
  holdsQuery,
  placedHoldAnswer,
  placeHoldBody,
  releaseHoldBody,
} from '../../contract/schema/operator/legal-hold.js';
import { SUBMISSION_ID, succeed } from './examples.js';
import { operatorCall } from './operator-call.js';

const AT = '2026-11-22T02:00:00.000Z';
const REQUEST_ID = '0198c7f0-0000-7000-8000-00000000e4a5';
const HOLD_ID = '0198c7f0-0000-7000-8000-000000000401';

const ERASURE = {
  submissionId: SUBMISSION_ID,
  partnerCode: 'SHOP',
  scope: 'ALL',
  rule: 'REQUEST',
  retentionDays: null,
  requestId: REQUEST_ID,
  begunAt: AT,
  completedAt: null,
  proof: null,
};

const PROVEN = { ...ERASURE, completedAt: '2026-11-22T02:12:00.000Z', proof: 'eyJ…' };

const HOLD = {
  id: HOLD_ID,
  partnerCode: 'SHOP',
  submissionId: SUBMISSION_ID,
  reason: 'CASE-17, by order of the court',
  placedAt: AT,
};

/** Erasing on request, proofs, and what stands against it. */
export const operatorErasurePaths: ZodOpenApiPathsObject = {
  '/operator/v1/erasures': {
    get: operatorCall({
      operationId: 'listErasures',
      summary: 'List erasures and their proofs',
      description: 'Newest first: those that were requested, and those by retention.',
      query: erasuresQuery,
      answer: {
        schema: erasuresAnswer,
        example: succeed({ erasures: [PROVEN], nextCursor: null }),
      },
    }),
    post: operatorCall({
      operationId: 'requestErasure',
      summary: 'Erase a submission or a partner user',
      description:
        'One submission, or all submissions and user grants of a partner user. A session in progress ends first with `ERROR` and `CANCELLED_BY_PARTNER`, and the partner is told. Asked again, the same erasures are answered. 409 while a legal hold stands against it: then nothing is erased.',
      body: {
        schema: eraseBody,
        example: { subject: { submissionId: SUBMISSION_ID }, reason: 'Asked for by the person' },
      },
      status: 202,
      answer: {
        schema: requestedErasureAnswer,
        example: succeed({ requestId: REQUEST_ID, deletedGrants: 0, erasures: [ERASURE] }),
      },
    }),
  },
  '/operator/v1/legal-holds': {
    get: operatorCall({
      operationId: 'listLegalHolds',
      summary: 'List legal holds',
      description: 'Newest first. Those that were released are in the audit log alone.',
      query: holdsQuery,
      answer: { schema: holdsAnswer, example: succeed({ holds: [HOLD], nextCursor: null }) },
    }),
    post: operatorCall({
      operationId: 'placeLegalHold',
      summary: 'Place a legal hold',
      description:
        'On a submission, or on a partner user with all submissions, later ones too. What is on hold is erased neither by retention nor by request. An erasure that has begun goes on: 409 where it takes all of the submission; others are named in the answer.',
      body: {
        schema: placeHoldBody,
        example: { subject: { submissionId: SUBMISSION_ID }, reason: HOLD.reason },
      },
      status: 201,
      answer: {
        schema: placedHoldAnswer,
        example: succeed({
          ...HOLD,
          pendingErasures: [{ submissionId: SUBMISSION_ID, scope: 'IMAGES' }],
        }),
      },
    }),
  },
  '/operator/v1/legal-holds/{holdId}/release': {
    post: operatorCall({
      operationId: 'releaseLegalHold',
      summary: 'Release a legal hold',
      description: 'What has become overdue meanwhile is erased by the next sweep.',
      path: holdPath,
      body: { schema: releaseHoldBody, example: { reason: 'CASE-17 is closed' } },
      answer: { schema: holdAnswer, example: succeed(HOLD) },
    }),
  },
};
