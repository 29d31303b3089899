import { z } from 'zod';
import { successEnvelope } from '../envelope.js';
import { nextCursor, pageCursor, pageLimit, timestamp } from './page.js';

/** `GET /operator/v1/audit`, newest first. */
export const auditQuery = z.strictObject({
  partnerCode: z.string().max(40).optional(),
  /** Whole: `operator:<key name>` or `cli:<account>`. */
  actor: z.string().max(300).optional(),
  /** An action, or what it begins with: `partner.key` finds issued and revoked keys. */
  action: z
    .string()
    .regex(/^[a-z.]{1,100}$/, 'Give lower-case words with dots between them.')
    .optional(),
  /** Included. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Excluded. */
  until: z.iso.datetime({ offset: true }).optional(),
  limit: pageLimit,
  cursor: pageCursor.pipe(z.uuid().optional()),
});
export type AuditQuery = z.infer<typeof auditQuery>;

const auditView = z.strictObject({
  id: z.uuid(),
  at: timestamp,
  actor: z.string(),
  action: z.string(),
  partnerCode: z.string().nullable(),
  /** What changed, old and new; no secrets, no header values. */
  detail: z.record(z.string(), z.unknown()),
});
export type AuditView = z.infer<typeof auditView>;

export const auditAnswer = successEnvelope(
  z.strictObject({ entries: z.array(auditView), nextCursor }),
);
