import type { DetailsAnswer } from '../../../cli/session/partner-answers.js';
import type { CapturePlace } from '../../../contract/capture.js';
import type { PlannedSession } from '../plan/plan-sessions.js';

/** How a submission ended, as somebody was told. */
export interface ToldOutcome {
  readonly status: string;
  /** Undefined where it is not told. */
  readonly result?: string | null;
  readonly reasonCode: string | null;
}

/** What the client's side of one session has seen. */
export interface ObservedSession {
  readonly planned: PlannedSession;
  /** Code of the partner. */
  readonly partner: string;
  readonly partnerSessionId: string;
  /** Null as long as nobody was told. */
  readonly submissionId: string | null;
  /** Every capture whose confirm was answered, be it with the news that the session is over. */
  readonly confirmed: readonly CapturePlace[];
  readonly startedMs: number;
  readonly confirmedMs: number | null;
  /** When the client knew the end. */
  readonly endedMs: number | null;
  /** The device's last status. */
  readonly status: ToldOutcome | null;
  /** What the partner's backend was answered at the end. */
  readonly details: DetailsAnswer | null;
  /** Why the client gave up; null when it did not. */
  readonly failure: string | null;
}
