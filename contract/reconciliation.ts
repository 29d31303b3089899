import type { SubmissionOutcome } from './submission.js';

/** Where rows, workflows and objects can come to disagree, in the order in which it is looked for. */
export const FindingKind = {
  /** In progress without a workflow, and nothing of it was taken: it is started. */
  UNSTARTED: 'UNSTARTED',
  /** In progress although its workflow is over or gone: it is ended. */
  UNRECORDED_END: 'UNRECORDED_END',
  /** In progress long after its lifetime: it is ended, unless its workflow has decided and only has to write it. */
  OVERDUE: 'OVERDUE',
  /** A workflow without a row: told of, and removed a day after its session was over. */
  WITHOUT_ROW: 'WITHOUT_ROW',
  /** Ended, and nobody tells the partner: the delivery is started, or its end is recorded. */
  UNTOLD: 'UNTOLD',
  /** Uploads that the retention sweep should have looked at: told of. */
  LEFT_UPLOADS: 'LEFT_UPLOADS',
  /** Something about it could not be asked for, so that nothing is known: looked at again. */
  UNSEEN: 'UNSEEN',
} as const;
export type FindingKind = (typeof FindingKind)[keyof typeof FindingKind];

export interface Finding {
  readonly kind: FindingKind;
  readonly submissionId: string;
  /** False for what is only told of, and for what could not be looked at or mended this time. */
  readonly isMended: boolean;
}

/** A kind that was not found is absent. Nothing personal: ids of submissions name nobody. */
export type ReconciliationReport = Readonly<Partial<Record<FindingKind, FoundOfKind>>>;

export interface FoundOfKind {
  readonly found: number;
  readonly mended: number;
  /** The first of them. */
  readonly submissionIds: readonly string[];
}

/** So that a report stays small when a whole store is lost. */
const MAX_IDS = 20;

export function addFindings(
  report: ReconciliationReport,
  findings: readonly Finding[],
): ReconciliationReport {
  return findings.reduce<ReconciliationReport>((sum, { kind, submissionId, isMended }) => {
    const { found, mended, submissionIds } = sum[kind] ?? NOTHING_FOUND;
    const ids = [...submissionIds, submissionId].slice(0, MAX_IDS);
    const counted = { found: found + 1, mended: mended + (isMended ? 1 : 0), submissionIds: ids };
    return { ...sum, [kind]: counted };
  }, report);
}

const NOTHING_FOUND: FoundOfKind = { found: 0, mended: 0, submissionIds: [] };

/** A workflow execution as Temporal has it. */
export type RunState<Answer> =
  | { readonly state: 'NONE' }
  | { readonly state: 'OPEN' }
  /** `answer` is null where it failed or was stopped. */
  | { readonly state: 'CLOSED'; readonly answer: Answer | null };

/** What the row of a submission in progress says. */
export interface ProgressFacts {
  readonly expiresAt: Date;
  readonly confirmedAttempt: number;
  readonly judgedAttempt: number;
}

/**
 * Longer than what was confirmed at the last moment may take: an hour for a reference image whose
 * every call meets an outage of our own, and a quarter for the checks.
 */
const OVERDUE_MS = 2 * 3_600_000;

export type ProgressMend =
  | { readonly kind: 'UNSTARTED' }
  | { readonly kind: 'UNRECORDED_END' | 'OVERDUE'; readonly outcome: SubmissionOutcome };

/**
 * What is wrong with a row in progress, by what Temporal knows of its workflow; null for nothing. What a
 * workflow has decided counts. One that is gone after it had taken captures cannot be begun anew: the
 * row asks for an attempt that a new workflow would refuse.
 */
export function judgeProgress(
  facts: ProgressFacts,
  run: RunState<SubmissionOutcome>,
  now: Date,
): ProgressMend | null {
  const { expiresAt, confirmedAttempt, judgedAttempt } = facts;
  if (run.state === 'OPEN') {
    const isOverdue = expiresAt.getTime() + OVERDUE_MS <= now.getTime();
    return isOverdue ? { kind: 'OVERDUE', outcome: endUndecided(facts, now) } : null;
  }
  if (run.state === 'NONE' && confirmedAttempt === 0 && judgedAttempt === 0) {
    return { kind: 'UNSTARTED' };
  }
  const decided = run.state === 'CLOSED' ? run.answer : null;
  return { kind: 'UNRECORDED_END', outcome: decided ?? endUndecided(facts, now) };
}

/** Whose captures came in time is not told that they came too late. */
function endUndecided(facts: ProgressFacts, now: Date): SubmissionOutcome {
  const { expiresAt, confirmedAttempt, judgedAttempt } = facts;
  const isTimeout = expiresAt <= now && confirmedAttempt <= judgedAttempt;
  const reasonCode = isTimeout ? 'SESSION_TIMEOUT' : 'GENERIC_SERVICE_ERROR';
  return { status: 'ERROR', result: null, reasonCode };
}

export interface RowlessFacts {
  /** Null where the workflow has not come to say so. */
  readonly expiresAt: Date | null;
  /** Another database would not know the partner either. */
  readonly isPartnerKnown: boolean;
}

/** In which an operator who has put back a backup, or set a wrong database, can mend that. */
const ROWLESS_KEPT_MS = 24 * 3_600_000;

/** Whether a workflow without a row is to be removed with all that is stored for it. */
export function isRowLost({ expiresAt, isPartnerKnown }: RowlessFacts, now: Date): boolean {
  if (expiresAt === null || !isPartnerKnown) return false;
  return expiresAt.getTime() + ROWLESS_KEPT_MS <= now.getTime();
}
