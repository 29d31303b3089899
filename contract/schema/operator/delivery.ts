import { z } from 'zod';
import { DeliveryState } from '../../callback.js';
import { successEnvelope } from '../envelope.js';
import { nextCursor, pageCursor, pageLimit, timestamp } from './page.js';

/** What can be sent again. */
export const settledState = z.enum(DeliveryState).exclude(['PENDING']);

const MAX_REPLAYS = 200;

const period = {
  /** Created then or later. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Created before. */
  until: z.iso.datetime({ offset: true }).optional(),
};

/** `GET /operator/v1/deliveries`, newest first. `state=DEAD` lists the dead letters. */
export const deliveriesQuery = z.strictObject({
  partnerCode: z.string().max(40).optional(),
  submissionId: z.uuid().optional(),
  state: z.enum(DeliveryState).optional(),
  ...period,
  limit: pageLimit,
  cursor: pageCursor.pipe(
    z
      .string()
      .regex(/^[0-9a-f-]{36}\.[1-9]\d{0,6}$/, 'Give what the page before gave as nextCursor.')
      .optional(),
  ),
});
export type DeliveriesQuery = z.infer<typeof deliveriesQuery>;

/**
 * `POST /operator/v1/deliveries/replay`. One submission, or every one whose newest delivery is in
 * the state of the filter.
 */
export const replayBody = z.union(
  [
    z.strictObject({ submissionId: z.uuid() }),
    z.strictObject({
      filter: z.strictObject({
        partnerCode: z.string().max(40).optional(),
        state: settledState.default('DEAD'),
        ...period,
      }),
      limit: z.int().min(1).max(MAX_REPLAYS).default(MAX_REPLAYS),
    }),
  ],
  'Give {submissionId} or {filter: {partnerCode, state, from, until}, limit}.',
);
export type Replay = z.infer<typeof replayBody>;

const attemptView = z.strictObject({
  /** Null when there was no answer. */
  httpStatus: z.int().nullable(),
  /** Null when delivered. */
  errorClass: z.string().nullable(),
  answerExcerpt: z.string().nullable(),
  durationMs: z.int(),
  attemptedAt: timestamp,
});

/** Says nothing about the person. */
const deliveryView = z.strictObject({
  submissionId: z.uuid(),
  /** 1 for the first; a replay counts on. */
  delivery: z.int(),
  partnerCode: z.string(),
  webhookId: z.string(),
  state: z.enum(DeliveryState),
  createdAt: timestamp,
  settledAt: timestamp.nullable(),
  attempts: z.int(),
  lastAttempt: attemptView.nullable(),
});
export type DeliveryView = z.infer<typeof deliveryView>;

export const deliveriesAnswer = successEnvelope(
  z.strictObject({ deliveries: z.array(deliveryView), nextCursor }),
);

const startedReplay = z.strictObject({ submissionId: z.uuid(), delivery: z.int() });
export type StartedReplay = z.infer<typeof startedReplay>;

/** `hasMore`: there may be others that the limit has left. */
export const replayAnswer = successEnvelope(
  z.strictObject({ replays: z.array(startedReplay), hasMore: z.boolean() }),
);

/** `POST /operator/v1/partners/{code}/callback/test`: what became of one test message. */
export const testDeliveryAnswer = successEnvelope(
  attemptView.omit({ attemptedAt: true }).extend({ webhookId: z.string() }),
);
