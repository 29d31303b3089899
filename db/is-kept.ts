import { and, isNull, not, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { erasure } from './schema/erasure.js';
import { submission } from './schema/submission.js';

/** Of a row of `submission` in the same query: whether nothing has begun to erase all of it. */
export function isKept(): SQL | undefined {
  return and(isNull(submission.erasedAt), not(isErasureBegun(submission.id)));
}

/** Whether all of a submission is being erased, or was. */
export function isErasureBegun(submissionId: SQLWrapper | string): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${erasure}
    where ${erasure.submissionId} = ${submissionId} and ${erasure.scope} = 'ALL')`;
}
