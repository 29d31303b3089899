import type { FlowName } from './flow.js';
import { parseSandboxUserId, type PartnerEnvironment, type SandboxScenario } from './sandbox.js';
import type { SubmissionPolicy } from './submission-policy.js';
import type { FinalAction, ResultScreen } from './submission.js';

export interface RunSubmissionInput {
  readonly submissionId: string;
  readonly partnerCode: string;
  /** ISO 8601; the session ends then unless the last capture has arrived. */
  readonly expiresAt: string;
  /** What the person sees at the end, by the partner's result screen. */
  readonly finalAction: FinalAction;
  /** Absent in histories from before partners had settings. */
  readonly policy?: SubmissionPolicy;
  /** Only for submissions of sandbox credentials. */
  readonly sandbox?: SandboxScenario;
}

export interface StartSubmission extends RunSubmissionInput {
  readonly flow: FlowName;
}

/** The part of a submission's row that its workflow begins with. */
export interface SubmissionFacts {
  readonly id: string;
  readonly partnerCode: string;
  readonly partnerUserId: string;
  readonly environment: PartnerEnvironment;
  readonly flow: FlowName;
  readonly expiresAt: Date;
  readonly resultScreen: ResultScreen;
  readonly policy: SubmissionPolicy;
}

/** What the workflow of a submission begins with. All of it follows from the row. */
export function toStartSubmission(submission: SubmissionFacts): StartSubmission {
  const sandbox =
    submission.environment === 'SANDBOX' ? parseSandboxUserId(submission.partnerUserId) : null;
  return {
    flow: submission.flow,
    submissionId: submission.id,
    partnerCode: submission.partnerCode,
    expiresAt: submission.expiresAt.toISOString(),
    finalAction: submission.resultScreen === 'PARTNER' ? 'EXIT' : 'STATUS',
    policy: submission.policy,
    ...(sandbox && { sandbox }),
  };
}
