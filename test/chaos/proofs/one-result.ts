import { submissionWorkflowId } from '../../../contract/workflow-id.js';
import type { Evidence } from '../evidence/evidence.js';
import type { SubmissionRow } from '../evidence/read-rows.js';
import type { ToldOutcome } from '../session/observed-session.js';
import { findRuns } from './find-runs.js';
import type { Proof } from './proof.js';

/** Whoever asks, however often, is told the same, and it is decided once. */
export const oneResult: Proof = {
  claim: 'No session has two results: workflow, row, status, details and callbacks agree',
  count: ({ submissions }) => submissions.length,
  findProblems: (evidence) =>
    evidence.submissions.flatMap((row) => [
      ...findSecondRun(evidence, row),
      ...listTold(evidence, row)
        .filter(({ told }) => !isSame(told, row))
        .map(({ who, told }) => `Submission ${row.id}: row ${say(row)}, ${who} ${say(told)}`),
    ]),
};

function findSecondRun(evidence: Evidence, { id }: SubmissionRow): readonly string[] {
  const { length } = findRuns(evidence, submissionWorkflowId(id));
  return length > 1 ? [`Submission ${id}: ${String(length)} runs of its workflow`] : [];
}

interface Told {
  readonly who: string;
  readonly told: ToldOutcome;
}

function listTold(evidence: Evidence, row: SubmissionRow): readonly Told[] {
  const runs = findRuns(evidence, submissionWorkflowId(row.id));
  const sessions = evidence.sessions.filter(({ submissionId }) => submissionId === row.id);
  return [
    ...sessions.flatMap(({ status, details }) => [
      ...(status === null ? [] : [{ who: 'status', told: status }]),
      ...(details === null ? [] : [{ who: 'details', told: details }]),
    ]),
    ...evidence.events.flatMap(({ body }) =>
      body?.submissionId === row.id ? [{ who: 'callback', told: body }] : [],
    ),
    ...runs.flatMap(({ outcome }) => (outcome ? [{ who: 'workflow', told: outcome }] : [])),
  ];
}

/** A status tells the device no result, only what it means. */
function isSame(told: ToldOutcome, row: SubmissionRow): boolean {
  const { status, result = row.result, reasonCode } = told;
  return status === row.status && result === row.result && reasonCode === row.reasonCode;
}

function say({ status, result, reasonCode }: ToldOutcome): string {
  return [status, result, reasonCode].map((part) => part ?? '–').join(' ');
}
