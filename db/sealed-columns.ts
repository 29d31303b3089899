import { and, asc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm';
import type { DataKeys, SealedByOlder } from '../keys/data-keys.js';
import type { Database } from './client.js';
import { assessment } from './schema/assessment.js';
import { submission } from './schema/submission.js';
import { resealKtp } from './sealed-ktp.js';
import { guardStore } from './store-error.js';

/**
 * What is sealed by data keys in the database, to seal it anew. Another sealed column belongs here, into
 * `isAnySealedByOlder` above all: a key of which it finds nothing is retired.
 */
export interface SealedColumns {
  /** Submissions of the partner that may have something sealed, in the order of their ids. */
  listSubmissions(
    partnerCode: string,
    after: string | null,
    limit: number,
  ): Promise<readonly string[]>;
  /** What of the submission keys older than this one have sealed. */
  findOlder(submissionId: string, dataKeyId: string): Promise<readonly SealedByOlder[]>;
}

const { ktpSealed } = assessment;

export function createSealedColumns(database: Database, dataKeys: DataKeys): SealedColumns {
  return {
    listSubmissions: (partnerCode, after, limit) =>
      guardStore('listing submissions', async () => {
        const rows = await database
          .select({ id: submission.id })
          .from(submission)
          .where(
            and(
              eq(submission.partnerCode, partnerCode),
              isNull(submission.erasedAt),
              after === null ? undefined : gt(submission.id, after),
            ),
          )
          .orderBy(asc(submission.id))
          .limit(limit);
        return rows.map(({ id }) => id);
      }),

    findOlder: async (submissionId, dataKeyId) => {
      const rows = await guardStore('finding sealed columns', () =>
        database
          .select({ attempt: assessment.attempt, check: assessment.check, sealed: ktpSealed })
          .from(assessment)
          .where(and(eq(assessment.submissionId, submissionId), isOlder(dataKeyId))),
      );
      return rows.map(({ attempt, check, sealed }) => ({
        reseal: async () => {
          if (sealed === null) return;
          const place = { submissionId, attempt };
          const resealed = await resealKtp(dataKeys, { dataKeyId, sealed, place });
          await guardStore('sealing a column anew', async () => {
            await database
              .update(assessment)
              .set({ ktpSealed: resealed })
              .where(
                and(
                  eq(assessment.submissionId, submissionId),
                  eq(assessment.attempt, attempt),
                  eq(assessment.check, check),
                  // Meanwhile it may have been erased, or judged again.
                  eq(ktpSealed, sealed),
                ),
              );
          });
        },
      }));
    },
  };
}

/** On a transaction too. */
export async function isAnySealedByOlder(
  database: Database,
  partnerCode: string,
  dataKeyId: string,
): Promise<boolean> {
  const [row] = await database
    .select({ id: submission.id })
    .from(assessment)
    .innerJoin(submission, eq(submission.id, assessment.submissionId))
    .where(and(eq(submission.partnerCode, partnerCode), isOlder(dataKeyId)))
    .limit(1);
  return row !== undefined;
}

/** How many columns each key has sealed, by its id. */
export async function countSealedColumns(database: Database): Promise<ReadonlyMap<string, number>> {
  const id = sql<string>`convert_from(substr(${ktpSealed}, 2, 36), 'UTF8')`;
  const rows = await database
    .select({ id, columns: sql<number>`count(*)::int` })
    .from(assessment)
    .where(isByDataKey())
    .groupBy(id);
  return new Map(rows.map((row) => [row.id, row.columns]));
}

/** The same rule as `isSealedByOlder`. Ids are hexadecimal, so that bytes compare as they do. */
function isOlder(dataKeyId: string): SQL {
  return sql`not (${isByDataKey()}
    and substr(${ktpSealed}, 2, 36) >= convert_to(${dataKeyId}, 'UTF8'))`;
}

/** The length of the id stands first: 36 for a UUID, at most 32 for a master key. Null where nothing is sealed. */
function isByDataKey(): SQL {
  return sql`substr(${ktpSealed}, 1, 1) = '\\x24'::bytea`;
}
