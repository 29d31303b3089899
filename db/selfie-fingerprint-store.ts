import { and, asc, eq, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from './client.js';
import { listBands, toBits } from './fingerprint-bands.js';
import { erasure } from './schema/erasure.js';
import { selfieFingerprint } from './schema/selfie-fingerprint.js';
import { submission } from './schema/submission.js';
import { guardStore } from './store-error.js';
import { SubmissionRowMissingError } from './submission-projection-store.js';

/** One picture of a selfie: the still, or a frame behind it. */
export interface PictureFingerprint {
  /** 0 is the still; frames count from 1. */
  readonly picture: number;
  /** SHA-256 hex of the JPEG. */
  readonly digest: string;
  /** Perceptual, hex digits. */
  readonly fingerprint: string;
  /** Of its mirror image: a recording is turned around in no time. */
  readonly mirrored: string;
}

export interface FingerprintedSelfie {
  readonly submissionId: string;
  readonly attempt: number;
  readonly pictures: readonly PictureFingerprint[];
  /** In how many bits two pictures may differ and are the same one still. */
  readonly maxDistance: number;
}

/** Where the pictures were seen before. */
export interface EarlierPictures {
  /** Bits that the nearest of another submission differs in; null when none is the same picture. */
  readonly distance: number | null;
  /** The still itself came in an earlier attempt of the submission. */
  readonly isRepeated: boolean;
}

export interface SelfieFingerprintStore {
  /**
   * Keeps the fingerprints, and looks for the same pictures in what came before: in other
   * submissions of the same partner and in earlier attempts of this one. A repetition finds what
   * it found at first: what came later does not count. Nor do submissions of the same person that
   * were never decided, and blank pictures, which are all alike. Keeps nothing of a submission whose
   * erasure has begun: a check may go on for a moment after its submission has ended.
   *
   * @throws SubmissionRowMissingError
   */
  compareAndKeep(selfie: FingerprintedSelfie): Promise<EarlierPictures>;
}

export function createSelfieFingerprintStore(database: Database): SelfieFingerprintStore {
  return {
    compareAndKeep: async (given) => {
      const pictures = given.pictures.filter(({ fingerprint }) => !isBlank(fingerprint));
      const selfie = { ...given, pictures };
      const found = await guardStore('comparing fingerprints', async () => {
        const owner = await findOwner(database, selfie.submissionId);
        if (owner === null) return null;
        if (pictures.length === 0) return NOTHING_SEEN;
        const since = await keep(database, selfie, owner.partnerCode);
        if (since === null) return NOTHING_SEEN;
        return {
          distance: await findNearest(database, selfie, { owner, since }),
          isRepeated: await isRepeated(database, selfie),
        };
      });
      if (found === null) throw new SubmissionRowMissingError();
      return found;
    },
  };
}

const NOTHING_SEEN: EarlierPictures = { distance: null, isRepeated: false };

function isBlank(fingerprint: string): boolean {
  return listBands(fingerprint).length === 0;
}

interface Owner {
  readonly partnerCode: string;
  readonly partnerUserId: string;
  readonly partnerUserIdType: string;
}

async function findOwner(database: Database, submissionId: string): Promise<Owner | null> {
  const { partnerCode, partnerUserId, partnerUserIdType } = submission;
  const [row] = await database
    .select({ partnerCode, partnerUserId, partnerUserIdType })
    .from(submission)
    .where(eq(submission.id, submissionId));
  return row ?? null;
}

/**
 * Any fixed number: names these locks among the advisory locks of two numbers, which no lock of one
 * number meets. Partners whose codes have the same hash wait for each other, and no more.
 */
const PARTNER_LOCKS = 730_554_198;

/** Answers since when they are kept; null where nothing may be kept any more. */
async function keep(
  database: Database,
  { submissionId, attempt, pictures }: FingerprintedSelfie,
  partnerCode: string,
): Promise<Date | null> {
  const rows = pictures.map(({ picture, digest, fingerprint }) => ({
    submissionId,
    attempt,
    picture,
    partnerCode,
    digest,
    fingerprint: toBits(fingerprint),
    bands: listBands(fingerprint),
  }));
  const isKept = await database.transaction(async (tx) => {
    // One at a time of a partner: otherwise of two at once the later looks before the earlier is
    // committed, the earlier does not count what is later, and neither is known by the other.
    await tx.execute(sql`select pg_advisory_xact_lock(${PARTNER_LOCKS}, hashtext(${partnerCode}))`);
    // An erasure waits for what is being kept, and then deletes it.
    await tx
      .select({ id: submission.id })
      .from(submission)
      .where(eq(submission.id, submissionId))
      .for('share');
    const isOfAll = and(eq(erasure.submissionId, submissionId), eq(erasure.scope, 'ALL'));
    if ((await tx.$count(erasure, isOfAll)) > 0) return false;
    await tx.insert(selfieFingerprint).values(rows).onConflictDoNothing();
    return true;
  });
  if (!isKept) return null;
  const [first] = await database
    .select({ recordedAt: selfieFingerprint.recordedAt })
    .from(selfieFingerprint)
    .where(
      and(eq(selfieFingerprint.submissionId, submissionId), eq(selfieFingerprint.attempt, attempt)),
    )
    .orderBy(asc(selfieFingerprint.recordedAt))
    .limit(1);
  if (first === undefined) throw new Error('neither inserted nor found');
  return first.recordedAt;
}

interface Earlier {
  readonly owner: Owner;
  readonly since: Date;
}

async function findNearest(
  database: Database,
  { submissionId, pictures, maxDistance }: FingerprintedSelfie,
  { owner, since }: Earlier,
): Promise<number | null> {
  const found: number[] = [];
  for (const { digest, fingerprint, mirrored } of pictures) {
    const distance = sql<number | null>`least(${distanceTo(fingerprint)}, ${distanceTo(mirrored)})`;
    const [nearest] = await database
      .select({ distance })
      .from(selfieFingerprint)
      .innerJoin(submission, eq(submission.id, selfieFingerprint.submissionId))
      .where(
        and(
          or(
            eq(selfieFingerprint.digest, digest),
            isNear(fingerprint, maxDistance),
            isNear(mirrored, maxDistance),
          ),
          eq(selfieFingerprint.partnerCode, owner.partnerCode),
          ne(selfieFingerprint.submissionId, submissionId),
          lt(selfieFingerprint.recordedAt, since),
          or(
            eq(submission.status, 'COMPLETED'),
            ne(submission.partnerUserId, owner.partnerUserId),
            ne(submission.partnerUserIdType, owner.partnerUserIdType),
          ),
        ),
      )
      .orderBy(distance)
      .limit(1);
    if (nearest !== undefined) found.push(nearest.distance ?? 0);
  }
  return found.length === 0 ? null : Math.min(...found);
}

function isNear(fingerprint: string, maxDistance: number): SQL {
  const bands = sql.param(listBands(fingerprint), selfieFingerprint.bands);
  return sql`(${selfieFingerprint.bands} && ${bands}
    and ${distanceTo(fingerprint)} <= ${maxDistance})`;
}

/** Null between fingerprints of different lengths: an earlier version has made them otherwise. */
function distanceTo(fingerprint: string): SQL<number | null> {
  const bits = toBits(fingerprint);
  return sql<number | null>`(case when length(${selfieFingerprint.fingerprint}) = ${bits.length}
    then bit_count(${selfieFingerprint.fingerprint} # ${bits}::bit varying)::int end)`;
}

async function isRepeated(
  database: Database,
  { submissionId, attempt, pictures }: FingerprintedSelfie,
): Promise<boolean> {
  const still = pictures.find(({ picture }) => picture === 0);
  if (still === undefined) return false;
  const [earlier] = await database
    .select({ attempt: selfieFingerprint.attempt })
    .from(selfieFingerprint)
    .where(
      and(
        eq(selfieFingerprint.digest, still.digest),
        eq(selfieFingerprint.submissionId, submissionId),
        lt(selfieFingerprint.attempt, attempt),
      ),
    )
    .limit(1);
  return earlier !== undefined;
}
