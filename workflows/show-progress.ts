import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { SubmissionOutcome } from '../contract/submission.js';
import type { RunningSubmission } from './running-submission.js';
import {
  attemptCountKey,
  expiresAtKey,
  flowNameKey,
  partnerCodeKey,
  reasonCodeKey,
  submissionStatusKey,
} from './search-attribute-keys.js';

/**
 * What operators see of a submission in the Temporal UI and search it by. All of it is stored in
 * clear: states and codes only, nothing about the person.
 */
export function showBeginning({ flow, input }: RunningSubmission): void {
  upsertSearchAttributes([
    { key: partnerCodeKey, value: input.partnerCode },
    { key: flowNameKey, value: flow.name },
    { key: submissionStatusKey, value: 'IN_PROGRESS' },
    { key: expiresAtKey, value: new Date(input.expiresAt) },
  ]);
}

export function showWaiting({ gate, input }: RunningSubmission): void {
  const wanted = gate.awaiting.join(' and ');
  setCurrentDetails(
    `Attempt ${String(gate.attempt)}: waits for ${wanted} until ${input.expiresAt}.`,
  );
}

export function showProcessing({ gate }: RunningSubmission): void {
  setCurrentDetails(`Attempt ${String(gate.attempt)}: is being judged.`);
}

export function showEnd(attempt: number, outcome: SubmissionOutcome): void {
  const { status, result, reasonCode } = outcome;
  upsertSearchAttributes([
    { key: submissionStatusKey, value: status },
    { key: attemptCountKey, value: attempt },
    ...(reasonCode === null ? [] : [{ key: reasonCodeKey, value: reasonCode }]),
  ]);
  setCurrentDetails([status, result, reasonCode].filter((part) => part !== null).join(' · '));
}
