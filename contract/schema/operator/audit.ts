import { z } from 'zod';
import { successEnvelope } from '../envelope.js';
import { nextCursor, pageCursor, pageLimit, timestamp } from './page.js';

const ACTION_BEGINNING = /^[a-z.-]{1,100}$/;

/** `GET /operator/v1/audit`, newest first. */
export const auditQuery = z.strictObject({
  partnerCode: z.string().max(40).optional(),
  /** Whole: `operator:<key name>`, `cli:<account>`, `partner:<code>`, `codec` or `key-renewal`. */
  actor: z.string().max(300).optional(),
  /** An action, or what it begins with: `partner.key` finds issued and revoked keys. */
  action: z
    .string()
    // No pattern in the document: the one that was published there knew no hyphen, and of two patterns none is told to be wider.
    .refine(
      (action) => ACTION_BEGINNING.test(action),
      'Give lower-case words with dots or hyphens between them.',
    )
    .optional(),
  /** Included. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Excluded. */
  until: z.iso.datetime({ offset: true }).optional(),
  limit: pageLimit,
  cursor: pageCursor.pipe(z.uuid().optional()),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** The end of the chain as `kenali audit verify` printed it before. */
export const knownLink = z
  .string()
  .regex(
    /^[1-9][0-9]{0,14}:[0-9a-f]{64}$/,
    'Give <position>:<hash> as an earlier verification printed it.',
  )
  .transform((text) => {
    const [position = '', hash = ''] = text.split(':');
    return { position: Number(position), hash };
  });

const auditView = z.strictObject({
  id: z.uuid(),
  at: timestamp,
  actor: z.string(),
  action: z.string(),
  partnerCode: z.string().nullable(),
  /** What changed, old and new; no secrets, no header values. */
  detail: z.record(z.string(), z.unknown()),
  /** In the chain, from 1; null in entries from before there was one. */
  position: z.int().nullable(),
  /** SHA-256 hex over the entry and the hash before it; null in entries from before the chain. */
  hash: z.string().nullable(),
});
export type AuditView = z.infer<typeof auditView>;

export const auditAnswer = successEnvelope(
  z.strictObject({ entries: z.array(auditView), nextCursor }),
);
