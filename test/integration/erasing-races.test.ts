import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../../db/client.js';
import { createHandoffStore } from '../../db/handoff-store.js';
import { createPersonalRows } from '../../db/personal-rows.js';
import { browserSession, handoff } from '../../db/schema/browser-entry.js';
import { erasure } from '../../db/schema/erasure.js';
import { createSubmissionStore, type NewSubmission } from '../../db/submission-store.js';
import { createUserGrantStore } from '../../db/user-grant-store.js';
import { ACME_CLIENT_ID, addAcmeWithKey } from '../support/acme-with-key.js';
import { beginErasure } from '../support/begin-erasure.js';
import { newSubmission } from '../support/new-submission.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';
import { untilBlocked } from '../support/until-blocked.js';

const AT = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2099-01-01T00:00:00Z');

let scratch: ScratchDatabase;
/** Whose transactions are in the way. */
let other: DatabaseConnection;
let created: NewSubmission;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  other = connectDatabase(scratch.url, 1);
  await addAcmeWithKey(scratch.database, AT);
});

afterAll(async () => {
  await other.close();
  await scratch.drop();
});

beforeEach(async () => {
  created = newSubmission();
  await createSubmissionStore(scratch.database, sessionDigests).createOrFind(created);
  await beginErasure(scratch.database, created.id, AT);
});

const rows = () => createPersonalRows(scratch.database, sessionDigests);

async function addGrant(): Promise<string> {
  const id = randomUUID();
  await createUserGrantStore(scratch.database, sessionDigests).add({
    id,
    partnerCode: created.partnerCode,
    clientId: ACME_CLIENT_ID,
    environment: created.environment,
    partnerUserId: created.partnerUserId,
    partnerUserIdType: created.partnerUserIdType,
    createdAt: AT,
    expiresAt: LATER,
  });
  return id;
}

describe('while a submission is erased', () => {
  it('no grant is bound to it', async () => {
    const grants = createUserGrantStore(scratch.database, sessionDigests);
    const grantId = await addGrant();
    const raced = await other.database.transaction(async (tx) => {
      const isIt = eq(erasure.submissionId, created.id);
      await tx.select().from(erasure).where(isIt).for('update');
      const erased = rows().eraseIdentity(created.id, AT);
      await untilBlocked(scratch.database, 1);
      const { partnerSessionId } = created;
      const bound = grants.bindSubmission(grantId, newSubmission({ partnerSessionId }));
      await untilBlocked(scratch.database, 2);
      // Not awaited here: they wait for this transaction.
      return { erased, bound };
    });
    await raced.erased;
    const found = await raced.bound;
    expect(found).toMatchObject({ id: created.id, requestDigest: '', erasedAt: AT });
    expect(await grants.find(grantId)).toMatchObject({ submissionId: null });
    expect(await rows().findRemains(created.id)).toEqual([]);
  });

  it('a phone that claims a hand-off is waited for, and its session goes too', async () => {
    const id = randomUUID();
    const { id: submissionId } = created;
    const opened = { id, submissionId, codeHash: randomUUID(), createdAt: AT, expiresAt: LATER };
    await createHandoffStore(scratch.database).openHandoff(opened);
    // As `claimHandoff` does, but that the erasure comes in between.
    const erased = await other.database.transaction(async (tx) => {
      await tx.update(handoff).set({ claimedAt: AT }).where(eq(handoff.id, id));
      const erasing = rows().eraseContent(submissionId);
      await untilBlocked(scratch.database);
      const session = { secretHash: randomUUID(), expiresAt: LATER, handoffId: id };
      await tx.insert(browserSession).values({ ...session, submissionId });
      return { erasing };
    });
    await erased.erasing;
    const left = await rows().findRemains(submissionId);
    expect(left).not.toContain('browser_session');
    expect(left).not.toContain('handoff');
  });
});
