import type {
  CallbackActivities,
  DeliverCallbackInput,
  RecordOutcomeInput,
  RecordRetryInput,
  SubmissionActivities,
  VisionActivities,
} from '../../activities/activity-types.js';
import type { CheckVerdict } from '../../contract/check-verdict.js';
import type { CheckName, DocumentType } from '../../contract/flow.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import { waitFor } from '../support/wait-for.js';

/** What the next calls of a check answer; a check without further script passes. */
export type Script = Partial<Record<CheckName, (CheckVerdict | Error)[]>>;

export interface FakeActivities {
  readonly sessions: SubmissionActivities & CallbackActivities;
  readonly vision: VisionActivities;
  readonly seen: {
    readonly checks: { readonly check: CheckName; readonly attempt: number }[];
    readonly retries: RecordRetryInput[];
    readonly outcomes: RecordOutcomeInput[];
    readonly deliveries: DeliverCallbackInput[];
    readonly dead: DeliverCallbackInput[];
  };
}

/** Scripted checks, and records of what the workflow asked for. */
export function createFakeActivities(script: Script = {}): FakeActivities {
  const seen: FakeActivities['seen'] = {
    checks: [],
    retries: [],
    outcomes: [],
    deliveries: [],
    dead: [],
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
      recordDeadDelivery: (input) => note(seen.dead, input),
      deliverCallback: async (input) => {
        await note(seen.deliveries, input);
        return 'delivered';
      },
    },
    vision: {
      readKtp: ({ attempt }) => answer('DOCUMENT', attempt),
      assessLiveness: ({ attempt }) => answer('LIVENESS', attempt),
      matchFace: ({ attempt }) => answer('FACE_MATCH', attempt),
    },
  };
}

/** The next attempt may be confirmed once the retry is recorded: not earlier, not much later. */
export async function untilRetries(fakes: FakeActivities, retries: number): Promise<void> {
  await waitFor('a recorded retry', () => Promise.resolve(fakes.seen.retries.length >= retries));
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
