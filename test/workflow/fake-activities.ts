import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type {
  CallbackActivities,
  DeliverCallbackInput,
  LivenessCheckInput,
  RecordForcedVerdictsInput,
  RecordOutcomeInput,
  RecordRetryInput,
  ReferenceImageActivities,
  SandboxActivities,
  SubmissionActivities,
  VisionActivities,
} from '../../activities/activity-types.js';
import type { CaptureRef } from '../../contract/capture.js';
import type { CheckVerdict } from '../../contract/check-verdict.js';
import type { CheckName, DocumentType } from '../../contract/flow.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import { waitFor } from '../support/wait-for.js';

/** What the next calls of a check answer; a check without further script passes. */
export type Script = Partial<Record<CheckName, (CheckVerdict | Error)[]>>;

export interface FakeActivities {
  readonly sessions: SubmissionActivities &
    CallbackActivities &
    SandboxActivities &
    ReferenceImageActivities;
  readonly vision: VisionActivities;
  readonly seen: {
    readonly checks: { readonly check: CheckName; readonly attempt: number }[];
    /** What liveness was asked about. */
    readonly selfies: LivenessCheckInput[];
    readonly retries: RecordRetryInput[];
    readonly outcomes: RecordOutcomeInput[];
    readonly deliveries: DeliverCallbackInput[];
    readonly dead: DeliverCallbackInput[];
    readonly forced: RecordForcedVerdictsInput[];
    /** Submissions whose reference image was asked for. */
    readonly references: string[];
  };
}

/** Scripted checks, and records of what the workflow asked for. */
export function createFakeActivities(
  script: Script = {},
  reference: CaptureRef | Error = new Error('no reference image is expected'),
): FakeActivities {
  const seen: FakeActivities['seen'] = {
    checks: [],
    selfies: [],
    retries: [],
    outcomes: [],
    deliveries: [],
    dead: [],
    forced: [],
    references: [],
  };
  const answer = (check: CheckName, attempt: number): Promise<CheckVerdict> => {
    seen.checks.push({ check, attempt });
    const next = script[check]?.shift() ?? { check, verdict: 'PASS' };
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const note = <Input>(list: Input[], input: Input): Promise<void> => {
    list.push(input);
    return Promise.resolve();
  };
  return {
    seen,
    sessions: {
      recordRetry: (input) => note(seen.retries, input),
      recordOutcome: (input) => note(seen.outcomes, input),
      recordForcedVerdicts: (input) => note(seen.forced, input),
      fetchReferenceImage: async ({ submissionId }) => {
        await note(seen.references, submissionId);
        if (reference instanceof Error) throw reference;
        return reference;
      },
      fetchImage: ({ submissionId, documentType }) =>
        reference instanceof Error
          ? Promise.reject(reference)
          : Promise.resolve({
              ...reference,
              documentType,
              key: `captures/${submissionId}/1/${documentType}`,
            }),
      recordDeadDelivery: (input) => note(seen.dead, input),
      deliverCallback: async (input) => {
        await note(seen.deliveries, input);
        return 'delivered';
      },
    },
    vision: {
      readKtp: ({ attempt }) => answer('DOCUMENT', attempt),
      assessLiveness: (input) => {
        seen.selfies.push(input);
        return answer('LIVENESS', input.attempt);
      },
      matchFace: ({ attempt }) => answer('FACE_MATCH', attempt),
      matchReference: ({ attempt }) => answer('REFERENCE_MATCH', attempt),
    },
  };
}

/** The next attempt may be confirmed once the retry is recorded: not earlier, not much later. */
export async function untilRetries(fakes: FakeActivities, retries: number): Promise<void> {
  await waitFor('a recorded retry', () => Promise.resolve(fakes.seen.retries.length >= retries));
}

/** The first try to record a retry takes longer than it may: it is recorded by another. */
export function recordLate(
  { sessions }: FakeActivities,
  environment: Pick<TestWorkflowEnvironment, 'sleep'>,
): void {
  const { recordRetry } = sessions;
  let tries = 0;
  sessions.recordRetry = async (input) => {
    tries += 1;
    await (tries === 1 ? environment.sleep('20 seconds') : recordRetry(input));
  };
}

export function retry(
  check: CheckName,
  reasonCode: ReasonCode,
  ...captures: DocumentType[]
): CheckVerdict {
  return { check, verdict: 'RETRY', reasonCode, captures };
}

export function reject(check: CheckName, reasonCode: ReasonCode): CheckVerdict {
  return { check, verdict: 'REJECT', reasonCode };
}
