import { and, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { CaptureRef, CaptureTries } from '../contract/capture.js';
import type { Challenge } from '../contract/challenge.js';
import type { DocumentType, FlowName } from '../contract/flow.js';
import type { ReasonCode } from '../contract/reason-code.js';
import type { PartnerEnvironment } from '../contract/sandbox.js';
import type {
  NextAction,
  SubmissionOutcome,
  SubmissionResult,
  SubmissionStatus,
} from '../contract/submission.js';
import type { Database } from './client.js';
import { insertCaptures, type ConfirmedAttempt } from './insert-captures.js';
import { submission } from './schema/submission.js';
import { guardStore } from './store-error.js';

export interface RetryProjection {
  readonly submissionId: string;
  readonly attempt: number;
  /** Captures of the attempt, recorded with it where the API has not come to it. */
  readonly taken?: readonly CaptureRef[];
  readonly tries?: CaptureTries;
  readonly reasonCode: ReasonCode;
  readonly captures: readonly DocumentType[];
  readonly challenge?: Challenge;
}

export interface OutcomeProjection {
  readonly submissionId: string;
  readonly attempt: number;
  readonly taken?: readonly CaptureRef[];
  readonly tries?: CaptureTries;
  readonly outcome: SubmissionOutcome;
  readonly nextAction: NextAction;
  readonly processedAt: Date;
}

/** What a callback tells about an ended submission, besides its details. */
export interface EndedSubmission {
  readonly submissionId: string;
  readonly partnerCode: string;
  readonly partnerSessionId: string;
  readonly partnerUserId: string;
  readonly partnerUserIdType: string;
  readonly flow: FlowName;
  readonly environment: PartnerEnvironment;
  readonly status: Exclude<SubmissionStatus, 'IN_PROGRESS'>;
  readonly result: SubmissionResult | null;
  readonly reasonCode: ReasonCode | null;
  readonly processedAt: Date;
  /** There is nobody left to tell of. */
  readonly isErased: boolean;
}

/** Whom a submission is about, as its partner named them at initiate. */
export interface SubmissionSubject {
  readonly partnerCode: string;
  readonly partnerSessionId: string;
  readonly partnerUserId: string;
  readonly partnerUserIdType: string;
}

/** The workflow has told of a submission that has no row: its start was not recorded. */
export class SubmissionRowMissingError extends Error {
  override readonly name = 'SubmissionRowMissingError';

  constructor(message = 'the submission has no row') {
    super(message);
  }
}

/**
 * The workflow's side of the submission row. Every write may be repeated and none goes back: a
 * late repetition of an earlier write changes nothing.
 */
export interface SubmissionProjectionStore {
  /** @throws SubmissionRowMissingError */
  recordRetry(retry: RetryProjection): Promise<void>;
  /** @throws SubmissionRowMissingError */
  recordOutcome(ended: OutcomeProjection): Promise<void>;
  /** Null while the submission is in progress, and when it does not exist. */
  readEnded(submissionId: string): Promise<EndedSubmission | null>;
  /** @throws SubmissionRowMissingError */
  readSubject(submissionId: string): Promise<SubmissionSubject>;
}

export function createSubmissionProjectionStore(database: Database): SubmissionProjectionStore {
  async function update(write: Write): Promise<void> {
    const isRow = eq(submission.id, write.submissionId);
    const isFound = await guardStore(write.operation, () =>
      database.transaction(async (tx) => {
        const rows = await tx.select({ id: submission.id }).from(submission).where(isRow);
        if (rows.length === 0) return false;
        await insertCaptures(tx, write.confirmed);
        await tx
          .update(submission)
          .set(write.values)
          .where(and(isRow, eq(submission.status, 'IN_PROGRESS'), write.condition));
        return true;
      }),
    );
    if (!isFound) throw new SubmissionRowMissingError();
  }

  return {
    recordRetry: ({ submissionId, attempt, taken, tries, reasonCode, captures, challenge }) =>
      update({
        operation: 'recording a retry',
        submissionId,
        confirmed: { submissionId, attempt, captures: taken ?? [] },
        values: {
          nextAction: 'RETRY',
          reasonCode,
          awaiting: captures,
          challenge: challenge ?? null,
          judgedAttempt: attempt,
          ...(tries && { tries }),
        },
        condition: lt(submission.judgedAttempt, attempt),
      }),

    recordOutcome: ({ submissionId, attempt, taken, tries, outcome, nextAction, processedAt }) =>
      update({
        operation: 'recording an outcome',
        submissionId,
        confirmed: { submissionId, attempt, captures: taken ?? [] },
        values: {
          ...outcome,
          nextAction,
          awaiting: [],
          challenge: null,
          judgedAttempt: attempt,
          ...(tries && { tries }),
          processedAt,
          // Not when its transaction began, which may have waited for the row.
          closedAt: sql`clock_timestamp()`,
        },
      }),

    readEnded: (submissionId) =>
      guardStore('reading an ended submission', async () => {
        const [row] = await database
          .select()
          .from(submission)
          .where(eq(submission.id, submissionId));
        return row === undefined ? null : toEnded(row);
      }),

    readSubject: async (submissionId) => {
      const { partnerCode, partnerSessionId, partnerUserId, partnerUserIdType } = submission;
      const [subject] = await guardStore('reading the subject of a submission', () =>
        database
          .select({ partnerCode, partnerSessionId, partnerUserId, partnerUserIdType })
          .from(submission)
          .where(eq(submission.id, submissionId)),
      );
      if (subject === undefined) throw new SubmissionRowMissingError();
      return subject;
    },
  };
}

interface Write {
  readonly operation: string;
  readonly submissionId: string;
  readonly confirmed: ConfirmedAttempt;
  readonly values: PgUpdateSetSource<typeof submission>;
  readonly condition?: SQL;
}

function toEnded(row: typeof submission.$inferSelect): EndedSubmission | null {
  const { id, status, processedAt } = row;
  if (status === 'IN_PROGRESS' || processedAt === null) return null;
  return {
    submissionId: id,
    partnerCode: row.partnerCode,
    partnerSessionId: row.partnerSessionId,
    partnerUserId: row.partnerUserId,
    partnerUserIdType: row.partnerUserIdType,
    flow: row.flow,
    environment: row.environment,
    status,
    result: row.result,
    reasonCode: row.reasonCode,
    processedAt,
    isErased: row.erasedAt !== null,
  };
}
