import { and, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { ErasedSessionDigests } from '../keys/erased-session-digests.js';
import type { Database } from './client.js';
import { submission } from './schema/submission.js';
import { userGrant } from './schema/user-grant.js';
import { guardStore } from './store-error.js';
import { createSubmissionStore, type NewSubmission, type Submission } from './submission-store.js';

export type UserGrant = Readonly<typeof userGrant.$inferSelect>;

export interface NewUserGrant extends Omit<UserGrant, 'submissionId'> {
  readonly clientId: string;
}

/** What user tokens of the older `GET /v2/coe/authentication` stand for. */
export interface UserGrantStore {
  /** Deletes some of the others that have expired without a submission. */
  add(grant: NewUserGrant): Promise<void>;
  /** All that have expired without a submission: nothing else names their person any more. */
  deleteExpired(now: Date): Promise<void>;
  find(grantId: string): Promise<UserGrant | null>;
  /**
   * The submission of the session that `created` names, there before or new, with the grant bound
   * to it. Null when the grant is bound to another session's. Of two sessions at the same moment
   * one alone binds it, and the other leaves no submission behind. A submission that was there
   * with another request digest is given back without being bound: the caller refuses it.
   */
  bindSubmission(grantId: string, created: NewSubmission): Promise<Submission | null>;
}

export function createUserGrantStore(
  database: Database,
  sessionDigests: Pick<ErasedSessionDigests, 'listDigests'>,
): UserGrantStore {
  return {
    add: (grant) =>
      guardStore('adding a user grant', async () => {
        await database.insert(userGrant).values(grant);
        await deleteUnused(database, grant.createdAt);
      }),

    deleteExpired: (now) =>
      guardStore('deleting user grants', async () => {
        await database.delete(userGrant).where(isUnused(now));
      }),

    find: (grantId) =>
      guardStore('finding a user grant', async () => {
        const [row] = await database.select().from(userGrant).where(eq(userGrant.id, grantId));
        return row ?? null;
      }),

    bindSubmission: (grantId, created) =>
      guardStore('binding a user grant', () =>
        bindSubmission(database, { grantId, created, sessionDigests }),
      ),
  };
}

function isUnused(now: Date) {
  return and(isNull(userGrant.submissionId), lt(userGrant.expiresAt, now));
}

/** More than one, so that none pile up, and few enough for no call to notice. */
const DELETED_AT_ONCE = 100;

async function deleteUnused(database: Database, now: Date): Promise<void> {
  const unused = database
    .select({ id: userGrant.id })
    .from(userGrant)
    .where(isUnused(now))
    .orderBy(userGrant.expiresAt)
    .limit(DELETED_AT_ONCE)
    // Two calls at the same moment do not wait for each other.
    .for('update', { skipLocked: true });
  await database.delete(userGrant).where(inArray(userGrant.id, unused));
}

interface Binding {
  readonly grantId: string;
  readonly created: NewSubmission;
  readonly sessionDigests: Pick<ErasedSessionDigests, 'listDigests'>;
}

function bindSubmission(
  database: Database,
  { grantId, created, sessionDigests }: Binding,
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
    const { id } = await createSubmissionStore(tx, sessionDigests).createOrFind(created);
    // An erasure that takes its names away is waited for: a grant that was bound after it would keep the person's.
    const [found] = await tx.select().from(submission).where(eq(submission.id, id)).for('share');
    if (found === undefined) return null;
    if (found.requestDigest === created.requestDigest) {
      await tx.update(userGrant).set({ submissionId: found.id }).where(isGrant);
    }
    return found;
  });
}
