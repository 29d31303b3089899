import { z } from 'zod';
import { ErasureRule, ErasureScope } from '../../erasure.js';
import { timestamp } from './page.js';

const count = z.int().min(0);

/** What a signed proof says: what was erased, when and why. Nothing of it is personal. */
export const erasureProof = z
  .strictObject({
    version: z.literal(1),
    submissionId: z.uuid(),
    partnerCode: z.string(),
    scope: z.enum(ErasureScope),
    rule: z.enum(ErasureRule),
    /** The setting whose days were over; null for a request. */
    retentionDays: z.int().nullable(),
    requestId: z.uuid().nullable(),
    begunAt: timestamp,
    /** When everything was looked for again and nothing was found. */
    erasedAt: timestamp,
    objects: z.strictObject({
      /** Every version counts. */
      count,
      /** SHA-256 hex of each object key. */
      keyHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
    }),
    rows: z.strictObject({
      cardFields: count,
      captures: count,
      selfieFingerprints: count,
      userGrants: count,
      browserEntries: count,
      answerExcerpts: count,
    }),
    /** Ids of the workflows whose histories were deleted. */
    workflows: z.array(z.string()),
  })
  .meta({ id: 'ErasureProof' });
export type ErasureProof = z.infer<typeof erasureProof>;
