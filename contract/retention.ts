import type { ErasureScope } from './erasure.js';

/** In days after the end of a submission. */
export interface RetentionSettings {
  /** Until everything personal is erased. */
  readonly retentionDays: number;
  /** Until the images are; null for as long as everything else. */
  readonly imageRetentionDays: number | null;
}

export type RetentionCutoffs = Readonly<Record<ErasureScope, Date>>;

const DAY_MS = 24 * 3_600_000;

/**
 * Erased is what ended at these moments or before. They follow from what the partner is set to now:
 * a shorter setting reaches submissions that ended long ago. Images never outlive the rest.
 */
export function findCutoffs(
  { retentionDays, imageRetentionDays }: RetentionSettings,
  now: Date,
): RetentionCutoffs {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return {
    IMAGES: daysAgo(Math.min(imageRetentionDays ?? retentionDays, retentionDays)),
    ALL: daysAgo(retentionDays),
  };
}

/** What the retention rule knows of a submission. */
export interface RetainedSubmission {
  /** Null while it is in progress. */
  readonly processedAt: Date | null;
  /** What never ended by itself counts from here. */
  readonly expiresAt: Date;
  /** Of the submission, or of its partner user. */
  readonly isOnHold: boolean;
  /** Scopes of the erasures that have begun or are over. */
  readonly erasures: readonly ErasureScope[];
}

/** What is to be erased of it now; null for nothing. */
export function findDue(
  { processedAt, expiresAt, isOnHold, erasures }: RetainedSubmission,
  cutoffs: RetentionCutoffs,
): ErasureScope | null {
  if (isOnHold || erasures.includes('ALL')) return null;
  const endedAt = processedAt ?? expiresAt;
  if (endedAt <= cutoffs.ALL) return 'ALL';
  const hasImages = processedAt !== null && !erasures.includes('IMAGES');
  return hasImages && endedAt <= cutoffs.IMAGES ? 'IMAGES' : null;
}
