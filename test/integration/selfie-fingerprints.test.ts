import { randomBytes, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connectDatabase, type Database } from '../../db/client.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { createSelfieFingerprintStore } from '../../db/selfie-fingerprint-store.js';
import { submission } from '../../db/schema/submission.js';
import { SubmissionRowMissingError } from '../../db/submission-projection-store.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { newSubmission } from '../support/new-submission.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';
import { sessionDigests } from '../support/session-digests.js';
import { waitFor } from '../support/wait-for.js';

const MAX_DISTANCE = 12;

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
  for (const code of ['ACME', 'OTHER']) {
    await createPartnerStore(scratch.database).add({ code, name: code, settings: {} });
  }
});

afterAll(() => scratch.drop());

interface Seen {
  readonly submissionId: string;
  readonly attempt?: number;
  readonly digest?: string;
  /** Of the still, then of the frames. */
  readonly fingerprints: readonly string[];
  readonly mirrored?: string;
}

const compare = (seen: Seen) => compareOn(scratch.database, seen);

const compareOn = (
  database: Database,
  { submissionId, attempt = 1, digest, fingerprints, mirrored }: Seen,
) =>
  createSelfieFingerprintStore(database).compareAndKeep({
    submissionId,
    attempt,
    maxDistance: MAX_DISTANCE,
    pictures: fingerprints.map((fingerprint, picture) => ({
      picture,
      fingerprint,
      mirrored: mirrored ?? draw(),
      digest: picture === 0 && digest !== undefined ? digest : randomUUID(),
    })),
  });

/** Of somebody new, unless named. */
async function begin(
  partnerCode = 'ACME',
  partnerUserId: string = randomUUID(),
  partnerUserIdType = 'ACME_USER_ID',
): Promise<string> {
  const created = newSubmission({ partnerCode, partnerUserId, partnerUserIdType });
  return (await createSubmissionStore(scratch.database, sessionDigests).createOrFind(created)).id;
}

async function untilSomeoneWaits(): Promise<void> {
  await waitFor('somebody to wait for the lock', async () => {
    const locks = await scratch.database.execute(
      sql`select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`,
    );
    return [...locks].length === 1;
  });
}

const draw = () => randomBytes(32).toString('hex');

/** The fingerprint with so many bits turned over, far from each other. */
function turnOver(fingerprint: string, bits: number): string {
  const bytes = Buffer.from(fingerprint, 'hex');
  for (let bit = 0; bit < bits; bit += 1) bytes[bit * 2] = bytes[bit * 2]! ^ 1;
  return bytes.toString('hex');
}

const NEW = { distance: null, isRepeated: false };

describe('a selfie', () => {
  it('that nobody sent before is new, and new again when the check is repeated', async () => {
    const submissionId = await begin();
    const seen = { submissionId, fingerprints: [draw(), draw()] };
    expect(await compare(seen)).toEqual(NEW);
    expect(await compare(seen)).toEqual(NEW);
  });

  it('that came in another submission of the partner is known, also encoded anew', async () => {
    const [fingerprint, digest] = [draw(), 'the same JPEG'];
    await compare({ submissionId: await begin(), digest, fingerprints: [fingerprint] });
    const same = { submissionId: await begin(), digest, fingerprints: [draw()] };
    expect((await compare(same)).distance).not.toBeNull();
    for (const bits of [0, 5, MAX_DISTANCE]) {
      const near = [turnOver(fingerprint, bits)];
      const { distance } = await compare({ submissionId: await begin(), fingerprints: near });
      expect(distance).toBeLessThanOrEqual(bits);
      expect(distance).not.toBeNull();
    }
  });

  it('that was mirrored is known', async () => {
    const fingerprint = draw();
    await compare({ submissionId: await begin(), fingerprints: [fingerprint] });
    const mirrored = turnOver(fingerprint, 5);
    const seen = { submissionId: await begin(), fingerprints: [draw()], mirrored };
    expect(await compare(seen)).toEqual({ distance: 5, isRepeated: false });
  });

  it('with a blank frame is not like every other with one', async () => {
    const blank = '0'.repeat(64);
    const send = async () =>
      compare({ submissionId: await begin(), digest: 'black', fingerprints: [blank] });
    await send();
    expect(await send()).toEqual(NEW);
  });

  it('that the same person sent in a session that was never decided is theirs to send again', async () => {
    const fingerprint = draw();
    const undecided = await begin('ACME', 'a person');
    await compare({ submissionId: undecided, fingerprints: [fingerprint] });
    const again = { submissionId: await begin('ACME', 'a person'), fingerprints: [fingerprint] };
    expect(await compare(again)).toEqual(NEW);
    await scratch.database
      .update(submission)
      .set({ status: 'COMPLETED', result: 'INVALID', reasonCode: 'LIVENESS_CHECK_FAILED' })
      .where(eq(submission.id, undecided));
    expect((await compare(again)).distance).toBe(0);
  });

  it('of whom another kind of id calls the same is somebody else’s', async () => {
    const fingerprint = draw();
    const member = await begin('ACME', '4711', 'MEMBER_NUMBER');
    await compare({ submissionId: member, fingerprints: [fingerprint] });
    const employee = await begin('ACME', '4711', 'STAFF_NUMBER');
    const { distance } = await compare({ submissionId: employee, fingerprints: [fingerprint] });
    expect(distance).toBe(0);
  });

  it('that comes in two sessions at the same moment is known in one of them', async () => {
    const [first, second] = [await begin(), await begin()];
    const fingerprints = [draw()];
    const connection = connectDatabase(scratch.url, 1);
    let later: ReturnType<typeof compare> | null = null;
    // The earlier one has kept its pictures, and is not committed yet when the later one comes.
    await connection.database.transaction(async (tx) => {
      await compareOn(tx, { submissionId: first, fingerprints });
      later = compare({ submissionId: second, fingerprints });
      await Promise.race([later, untilSomeoneWaits()]);
    });
    await connection.close();
    expect((await later!).distance).toBe(0);
  });

  it('that is another picture is not', async () => {
    const fingerprint = draw();
    await compare({ submissionId: await begin(), fingerprints: [fingerprint] });
    const fresh = [turnOver(fingerprint, MAX_DISTANCE + 1)];
    expect(await compare({ submissionId: await begin(), fingerprints: fresh })).toEqual(NEW);
  });

  it('is known by a frame of another, and its frames by the still of another', async () => {
    const [frame, still] = [draw(), draw()];
    await compare({ submissionId: await begin(), fingerprints: [draw(), draw(), frame] });
    await compare({ submissionId: await begin(), fingerprints: [still] });
    const byStill = await compare({ submissionId: await begin(), fingerprints: [frame] });
    const byFrame = await compare({ submissionId: await begin(), fingerprints: [draw(), still] });
    expect([byStill.distance, byFrame.distance]).toEqual([0, 0]);
  });

  it('of another partner’s people is nobody’s business', async () => {
    const fingerprint = draw();
    await compare({ submissionId: await begin('OTHER'), fingerprints: [fingerprint] });
    expect(await compare({ submissionId: await begin(), fingerprints: [fingerprint] })).toEqual(
      NEW,
    );
  });

  it('is not held against the one who sent it first, when that check is repeated', async () => {
    const fingerprint = draw();
    const [first, second] = [await begin(), await begin()];
    await compare({ submissionId: first, fingerprints: [fingerprint] });
    expect((await compare({ submissionId: second, fingerprints: [fingerprint] })).distance).toBe(0);
    expect(await compare({ submissionId: first, fingerprints: [fingerprint] })).toEqual(NEW);
  });

  it('may be like the one before in the same submission, but not that very JPEG', async () => {
    const [submissionId, fingerprint] = [await begin(), draw()];
    await compare({ submissionId, digest: 'at first', fingerprints: [fingerprint] });
    const next = { submissionId, attempt: 2, fingerprints: [fingerprint] };
    expect(await compare(next)).toEqual(NEW);
    const repeated = { submissionId, attempt: 3, digest: 'at first', fingerprints: [draw()] };
    expect(await compare(repeated)).toEqual({ distance: null, isRepeated: true });
  });

  it('whose fingerprint was made another way is known by its digest alone', async () => {
    await compare({
      submissionId: await begin(),
      digest: 'of old',
      fingerprints: ['1234567890ab'],
    });
    const seen = { submissionId: await begin(), fingerprints: ['12345678'] };
    expect(await compare(seen)).toEqual(NEW);
    const same = { submissionId: await begin(), digest: 'of old', fingerprints: ['12345678'] };
    expect(await compare(same)).toEqual({ distance: 0, isRepeated: false });
  });

  it('of a submission without a row is a failure of its own', async () => {
    const seen = { submissionId: randomUUID(), fingerprints: [draw()] };
    await expect(compare(seen)).rejects.toThrow(SubmissionRowMissingError);
  });
});

it('near pictures are looked up by an index, not one by one', async () => {
  const plan = await scratch.database.transaction(async (tx) => {
    // The table is small here: without this the planner reads it whole.
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute(
      sql`explain select 1 from selfie_fingerprint
        where digest = 'x' or bands && array[7, 8]::integer[]`,
    );
  });
  const text = JSON.stringify(plan);
  expect(text).toContain('selfie_fingerprint_digest');
  expect(text).toContain('selfie_fingerprint_bands');
});
