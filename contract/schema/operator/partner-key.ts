import { z } from 'zod';
import { PartnerEnvironment } from '../../sandbox.js';
import { successEnvelope } from '../envelope.js';
import { timestamp } from './page.js';

const MAX_OVERLAP_SECONDS = 90 * 24 * 3600;

/** `POST /operator/v1/partners/{code}/keys`. */
export const issueKeyBody = z.strictObject({
  environment: z.enum(PartnerEnvironment).default(PartnerEnvironment.PRODUCTION),
  /** How long the earlier keys of the environment stay good. */
  overlapSeconds: z.int().min(0).max(MAX_OVERLAP_SECONDS).default(0),
});
export type IssueKey = z.infer<typeof issueKeyBody>;

export const issuedKey = z.strictObject({
  clientId: z.uuid(),
  /** Shown once: only a hash is kept. */
  passKey: z.uuid(),
  environment: z.enum(PartnerEnvironment),
});

export const keyView = z.strictObject({
  clientId: z.uuid(),
  environment: z.enum(PartnerEnvironment),
  createdAt: timestamp,
  /** May lie ahead: the key is good until then. */
  revokedAt: timestamp.nullable(),
});
export type KeyView = z.infer<typeof keyView>;

/** When the earlier keys of the environment end; null when there was none. */
export const issuedKeyAnswer = successEnvelope(
  issuedKey.extend({ earlierKeysEndAt: timestamp.nullable() }),
);

export const keysAnswer = successEnvelope(z.strictObject({ keys: z.array(keyView) }));

export const keyAnswer = successEnvelope(keyView);
