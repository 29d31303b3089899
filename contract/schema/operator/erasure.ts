import { z } from 'zod';
import { ErasureRule, ErasureScope } from '../../erasure.js';
import { successEnvelope } from '../envelope.js';
import { nextCursor, pageCursor, pageLimit, timestamp } from './page.js';

const MAX_REASON = 200;

/** A NIK, a telephone number, an account: what has as many digits in a row is somebody's. */
const LONG_NUMBER = /\d(?:[ .-]?\d){7}/;

/** Kept in the audit log for good, so it must not say whom it is about. */
export const plainReason = z
  .string()
  .trim()
  .min(3)
  .max(MAX_REASON)
  .refine(
    (reason) => !LONG_NUMBER.test(reason) && !reason.includes('@'),
    'Give a reason without personal data: no names, numbers or addresses of people. It stays in the audit log for good. A short reference, such as CASE-17, will do.',
  )
  .meta({
    description:
      'Must not hold personal data: it stays in the audit log when everything else is erased. A reference to your own file will do.',
  });

/** Who somebody is to their partner, as at initiate. */
const partnerUser = {
  partnerCode: z.string().min(1).max(40),
  partnerUserId: z.string().min(1).max(255),
  partnerUserIdType: z.string().min(1).max(255),
};

/** One submission, or all of a partner user. */
export const subject = z.union(
  [z.strictObject({ submissionId: z.uuid() }), z.strictObject(partnerUser)],
  'Give {submissionId} or {partnerCode, partnerUserId, partnerUserIdType}.',
);
export type Subject = z.infer<typeof subject>;

/** `POST /operator/v1/erasures`. */
export const eraseBody = z.strictObject({ subject, reason: plainReason });
export type EraseRequest = z.infer<typeof eraseBody>;

const scope = z.enum(ErasureScope);

/** `GET /operator/v1/erasures`, newest first. */
export const erasuresQuery = z.strictObject({
  partnerCode: z.string().max(40).optional(),
  submissionId: z.uuid().optional(),
  requestId: z.uuid().optional(),
  state: z.enum(['PENDING', 'COMPLETED']).optional(),
  limit: pageLimit,
  cursor: pageCursor.pipe(
    z
      .string()
      .regex(/^[0-9a-f-]{36}\.(?:IMAGES|ALL)$/, 'Give what the page before gave as nextCursor.')
      .optional(),
  ),
});
export type ErasuresQuery = z.infer<typeof erasuresQuery>;

const erasureView = z
  .strictObject({
    submissionId: z.uuid(),
    partnerCode: z.string(),
    scope: scope.meta({
      description: '`IMAGES`: what is in the object store. `ALL`: everything personal.',
    }),
    rule: z.enum(ErasureRule),
    retentionDays: z.int().nullable(),
    requestId: z.uuid().nullable(),
    begunAt: timestamp,
    completedAt: timestamp.nullable(),
    proof: z.string().nullable().meta({
      description:
        'JWS in compact form (RFC 7515), signed by a key of `/.well-known/jwks.json`; `null` until everything was looked for again and is gone.',
    }),
  })
  .meta({ id: 'Erasure' });
export type ErasureView = z.infer<typeof erasureView>;

/** `deletedGrants`: what user tokens of the older call were made of, of a partner user. */
const requestedErasure = z.strictObject({
  requestId: z.uuid(),
  deletedGrants: z.int(),
  erasures: z.array(erasureView),
});
export type RequestedErasure = z.infer<typeof requestedErasure>;

export const requestedErasureAnswer = successEnvelope(requestedErasure);

export const erasuresAnswer = successEnvelope(
  z.strictObject({ erasures: z.array(erasureView), nextCursor }),
);
