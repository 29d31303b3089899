import { and, eq, type SQL } from 'drizzle-orm';
import type { PartnerUser } from './legal-hold-store.js';
import { submission } from './schema/submission.js';

/** Of a row of `submission` in the same query. One that is erased is nobody's. */
export function isOfUser(user: PartnerUser): SQL | undefined {
  return and(
    eq(submission.partnerCode, user.partnerCode),
    eq(submission.partnerUserId, user.partnerUserId),
    eq(submission.partnerUserIdType, user.partnerUserIdType),
  );
}
