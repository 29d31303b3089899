import { desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { AssessmentSign } from '../contract/assessment-sign.js';
import type { CheckName } from '../contract/flow.js';
import type { DocumentQuality } from '../contract/ktp-details.js';
import type { ReasonCode } from '../contract/reason-code.js';
import type { SubmissionDetails } from '../contract/submission-details.js';
import type { DataKeys } from '../keys/data-keys.js';
import type { Database } from './client.js';
import { isErasureBegun } from './is-kept.js';
import { assessment } from './schema/assessment.js';
import { submission } from './schema/submission.js';
import { openKtp, sealKtp, type KtpRead } from './sealed-ktp.js';
import { guardStore } from './store-error.js';
import { SubmissionRowMissingError } from './submission-projection-store.js';
import type { Verdict } from '../contract/judgement.js';

/** What one check found in one attempt. */
export interface Assessment {
  readonly submissionId: string;
  readonly attempt: number;
  readonly check: CheckName;
  readonly verdict: Verdict;
  readonly reasonCode: ReasonCode | null;
  /** Liveness or face-match score, 0 to 1; null for the document check and when not measured. */
  readonly score: number | null;
  /** What speaks for and against, measured or found; null where the check has none. */
  readonly signs: readonly AssessmentSign[] | null;
  readonly documentQuality: DocumentQuality | null;
  /** Document check only; null when the card was not read. */
  readonly ktp: KtpRead | null;
  readonly durationMs: number;
}

export interface AssessmentStore {
  /**
   * Replaces what an earlier run of the same check and attempt has written. Changes nothing once
   * the submission has ended: a check may go on after a cancel or beside one that has failed, and
   * what is told of an ended submission stays the same.
   *
   * @throws SubmissionRowMissingError
   */
  saveAssessment(found: Assessment): Promise<void>;
  /**
   * What the newest run of each check has found; of the card's fields nothing from when their erasure has begun.
   *
   * @throws SealBrokenError, KeyMissingError when the key that sealed the card's fields is gone
   */
  readSubmissionDetails(submissionId: string): Promise<SubmissionDetails>;
}

export function createAssessmentStore(database: Database, dataKeys: DataKeys): AssessmentStore {
  return {
    saveAssessment: async ({ ktp, ...plain }) => {
      const { submissionId, attempt } = plain;
      // Before the transaction: a key may have to be fetched.
      const ktpSealed =
        ktp === null
          ? null
          : await sealKtp(dataKeys, ktp, {
              submissionId,
              attempt,
              partnerCode: await findPartner(database, submissionId),
            });
      const row = { ...plain, ktpSealed, assessedAt: new Date() };
      const isFound = await guardStore('saving an assessment', () => saveInProgress(database, row));
      if (!isFound) throw new SubmissionRowMissingError();
    },

    readSubmissionDetails: async (submissionId) => {
      const rows = await guardStore('reading assessments', () =>
        database
          .selectDistinctOn([assessment.check], {
            ...getTableColumns(assessment),
            ktpSealed: readKtpSealed(submissionId),
          })
          .from(assessment)
          .where(eq(assessment.submissionId, submissionId))
          .orderBy(assessment.check, desc(assessment.attempt)),
      );
      return composeDetails(dataKeys, rows);
    },
  };
}

/**
 * The erasure's workflow may come to the card's fields only after a callback: both wait for a worker where a backup was
 * put back.
 */
function readKtpSealed(submissionId: string) {
  const { ktpSealed } = assessment;
  return sql<Uint8Array | null>`case when not ${isErasureBegun(submissionId)} then ${ktpSealed} end`.mapWith(
    ktpSealed,
  );
}

type AssessmentRow = typeof assessment.$inferSelect;

async function findPartner(database: Database, submissionId: string): Promise<string> {
  const [found] = await guardStore('finding whose assessment it is', () =>
    database
      .select({ partnerCode: submission.partnerCode })
      .from(submission)
      .where(eq(submission.id, submissionId)),
  );
  if (found === undefined) throw new SubmissionRowMissingError();
  return found.partnerCode;
}

/** Whether the submission has a row. */
function saveInProgress(database: Database, row: AssessmentRow): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [found] = await tx
      .select({ status: submission.status })
      .from(submission)
      .where(eq(submission.id, row.submissionId))
      // The end waits for what is being saved; other checks of the submission do not.
      .for('share');
    if (found?.status === 'IN_PROGRESS') {
      await tx
        .insert(assessment)
        .values(row)
        .onConflictDoUpdate({
          target: [assessment.submissionId, assessment.attempt, assessment.check],
          set: row,
        });
    }
    return found !== undefined;
  });
}

async function composeDetails(
  dataKeys: DataKeys,
  rows: readonly AssessmentRow[],
): Promise<SubmissionDetails> {
  const find = (check: CheckName) => rows.find((row) => row.check === check);
  const document = find('DOCUMENT');
  const liveness = find('LIVENESS');
  const portraitMatch = find('FACE_MATCH');
  const reference = find('REFERENCE_MATCH');
  const told = (row: AssessmentRow | undefined) => (row && isTold(row, rows) ? row : undefined);
  const faceMatch = told(portraitMatch ?? reference);
  const referenceMatch = portraitMatch && told(reference);
  return {
    ...(document?.ktpSealed && toWire(await openKtp(dataKeys, document.ktpSealed, document))),
    ...(document?.documentQuality && { documentQuality: document.documentQuality }),
    ...(rows.length > 0 && {
      verificationResult: {
        ...(document && { document: outcomeOf(document) }),
        ...(liveness && { liveness: outcomeOf(liveness) }),
        ...(faceMatch && { faceMatch: outcomeOf(faceMatch) }),
        ...(referenceMatch && { referenceMatch: outcomeOf(referenceMatch) }),
      },
    }),
    ...(typeof liveness?.score === 'number' && { livenessScore: liveness.score }),
    ...(typeof faceMatch?.score === 'number' && { faceMatchScore: faceMatch.score }),
    ...(typeof referenceMatch?.score === 'number' && {
      referenceMatchScore: referenceMatch.score,
    }),
  };
}

/**
 * Faces are compared beside the other checks. That they differ says something only of a readable card
 * and a living person: a blurred card is not another person's.
 */
function isTold({ verdict, reasonCode }: AssessmentRow, rows: readonly AssessmentRow[]): boolean {
  if (verdict === 'PASS') return true;
  const inputs = rows.filter(({ check }) => check === 'DOCUMENT' || check === 'LIVENESS');
  return reasonCode === 'FACE_MATCH_FAILED' && inputs.every((input) => input.verdict === 'PASS');
}

/** Without the traces: what was seen on the way to a value is nobody's but ours. */
function toWire({ ktpDetails, ktpConfidence, crossChecks }: KtpRead): SubmissionDetails {
  return { ktpDetails, ktpConfidence, ...(crossChecks && { crossChecks }) };
}

function outcomeOf(row: AssessmentRow): 'PASS' | 'FAIL' {
  return row.verdict === 'PASS' ? 'PASS' : 'FAIL';
}
