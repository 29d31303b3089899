import { eq } from 'drizzle-orm';
import { partnerSettings } from '../contract/schema/partner-settings.js';
import type { Database } from './client.js';
import type { Partner } from './credential-store.js';
import { partner } from './schema/partner.js';
import { submission } from './schema/submission.js';
import { userGrant } from './schema/user-grant.js';
import { guardStore } from './store-error.js';
import { createSubmissionStore, type NewSubmission, type Submission } from './submission-store.js';

type UserGrantRow = Readonly<typeof userGrant.$inferSelect>;

export type NewUserGrant = Omit<UserGrantRow, 'submissionId'>;

export interface UserGrant extends UserGrantRow {
  readonly partner: Partner;
}

/** What user tokens of the older `GET /v2/coe/authentication` stand for. */
export interface UserGrantStore {
  add(grant: NewUserGrant): Promise<void>;
  find(grantId: string): Promise<UserGrant | null>;
  /**
   * The submission of the session that `created` names, there before or new, with the grant bound
   * to it. Null when the grant is bound to another session's. Of two sessions at the same moment
   * one alone binds it, and the other leaves no submission behind. A submission that was there
   * with another request digest is given back without being bound: the caller refuses it.
   */
  bindSubmission(grantId: string, created: NewSubmission): Promise<Submission | null>;
}

export function createUserGrantStore(database: Database): UserGrantStore {
  return {
    add: (grant) =>
      guardStore('adding a user grant', async () => {
        await database.insert(userGrant).values(grant);
      }),

    find: (grantId) =>
      guardStore('finding a user grant', async () => {
        const [row] = await database
          .select()
          .from(userGrant)
          .innerJoin(partner, eq(partner.code, userGrant.partnerCode))
          .where(eq(userGrant.id, grantId));
        if (row === undefined) return null;
        const { code, name, settings } = row.partner;
        return {
          ...row.user_grant,
          partner: { code, name, settings: partnerSettings.parse(settings) },
        };
      }),

    bindSubmission: (grantId, created) =>
      guardStore('binding a user grant', () => bindSubmission(database, grantId, created)),
  };
}

function bindSubmission(
  database: Database,
  grantId: string,
  created: NewSubmission,
): Promise<Submission | null> {
  const isGrant = eq(userGrant.id, grantId);
  return database.transaction(async (tx) => {
    const [grant] = await tx.select().from(userGrant).where(isGrant).for('update');
    if (grant === undefined) return null;
    if (grant.submissionId !== null) {
      const [bound] = await tx
        .select()
        .from(submission)
        .where(eq(submission.id, grant.submissionId));
      return bound?.partnerSessionId === created.partnerSessionId ? bound : null;
    }
    const found = await createSubmissionStore(tx).createOrFind(created);
    if (found.requestDigest === created.requestDigest) {
      await tx.update(userGrant).set({ submissionId: found.id }).where(isGrant);
    }
    return found;
  });
}
