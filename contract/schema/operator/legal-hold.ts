import { z } from 'zod';
import { ErasureScope } from '../../erasure.js';
import { successEnvelope } from '../envelope.js';
import { plainReason, subject } from './erasure.js';
import { nextCursor, pageCursor, pageLimit, timestamp } from './page.js';

/** `POST /operator/v1/legal-holds`. */
export const placeHoldBody = z.strictObject({ subject, reason: plainReason });
export type PlaceHold = z.infer<typeof placeHoldBody>;

/** `POST /operator/v1/legal-holds/{holdId}/release`. */
export const releaseHoldBody = z.strictObject({ reason: plainReason });

export const holdPath = z.object({ holdId: z.uuid() });

/** `GET /operator/v1/legal-holds`, newest first. */
export const holdsQuery = z.strictObject({
  partnerCode: z.string().max(40).optional(),
  submissionId: z.uuid().optional(),
  limit: pageLimit,
  cursor: pageCursor.pipe(z.uuid().optional()),
});
export type HoldsQuery = z.infer<typeof holdsQuery>;

const holdView = z
  .strictObject({
    id: z.uuid(),
    partnerCode: z.string(),
    /** Null for a hold on a partner user, whom it does not name. */
    submissionId: z.uuid().nullable(),
    reason: z.string(),
    placedAt: timestamp,
  })
  .meta({
    id: 'LegalHold',
    description: 'Of a hold on a partner user `submissionId` is `null`: the person is not named.',
  });
export type HoldView = z.infer<typeof holdView>;

/** How many erasures are named beside a hold. */
export const MAX_PENDING_ERASURES = 100;

const placedHoldView = holdView
  .extend({
    pendingErasures: z
      .array(z.strictObject({ submissionId: z.uuid(), scope: z.enum(ErasureScope) }))
      .max(MAX_PENDING_ERASURES),
  })
  .meta({
    id: 'PlacedLegalHold',
    description:
      'A legal hold, with the erasures that had begun before and go on: the newest hundred. What they take is not kept; of `IMAGES` that is what is in the object store.',
  });
export type PlacedHoldView = z.infer<typeof placedHoldView>;

export const holdAnswer = successEnvelope(holdView);
export const placedHoldAnswer = successEnvelope(placedHoldView);

export const holdsAnswer = successEnvelope(
  z.strictObject({ holds: z.array(holdView), nextCursor }),
);
