import type { CaptureRef, CaptureTries } from '../contract/capture.js';
import type { Challenge, ChallengeUse } from '../contract/challenge.js';
import type { CheckVerdict } from '../contract/check-verdict.js';
import type { ErasureKey } from '../contract/erasure.js';
import type { DocumentType } from '../contract/flow.js';
import type { ReasonCode } from '../contract/reason-code.js';
import type { Finding } from '../contract/reconciliation.js';
import type { ReusedSelfies } from '../contract/submission-policy.js';
import type { NextAction, SubmissionOutcome } from '../contract/submission.js';
import type { TestDeliveryInput, TestDeliveryReport } from '../contract/test-delivery.js';

/** Imported by workflows as types only, so that no activity code reaches the sandbox. */

export interface AttemptInput {
  readonly submissionId: string;
  /** Counts from 1. */
  readonly attempt: number;
}

export interface KtpCheckInput extends AttemptInput {
  readonly ktp: CaptureRef;
}

export interface LivenessCheckInput extends AttemptInput {
  readonly selfie: CaptureRef;
  readonly minScore?: number | null;
  /** What the attempt has to answer; absent where nothing was asked. */
  readonly challenge?: Omit<Challenge, 'expiresAt'>;
  /** Absent, like the next, in histories from before there was one: then as by default. */
  readonly challengeUse?: ChallengeUse;
  readonly reusedSelfies?: ReusedSelfies;
}

export interface FaceMatchCheckInput extends AttemptInput {
  readonly ktp: CaptureRef;
  readonly selfie: CaptureRef;
  readonly minScore?: number | null;
}

export interface ReferenceMatchCheckInput extends AttemptInput {
  readonly selfie: CaptureRef;
  readonly reference: CaptureRef;
  readonly minScore?: number | null;
}

/**
 * Each writes its assessment to the database and answers a small verdict. `minScore` is the partner's own
 * threshold, 0 to 1; without it the model's own operating point holds.
 */
export interface VisionActivities {
  readKtp: (input: KtpCheckInput) => Promise<CheckVerdict>;
  assessLiveness: (input: LivenessCheckInput) => Promise<CheckVerdict>;
  matchFace: (input: FaceMatchCheckInput) => Promise<CheckVerdict>;
  matchReference: (input: ReferenceMatchCheckInput) => Promise<CheckVerdict>;
}

export interface RecordRetryInput extends AttemptInput {
  /** See `RecordOutcomeInput`. */
  readonly taken?: readonly CaptureRef[];
  readonly tries?: CaptureTries;
  readonly reasonCode: ReasonCode;
  /** The captures to take again. */
  readonly captures: readonly DocumentType[];
  /** What the person has to do while they are taken. */
  readonly challenge?: Challenge;
}

export interface RecordOutcomeInput {
  readonly submissionId: string;
  /** The last attempt that was confirmed, 0 when none: after the end nothing is in flight. */
  readonly attempt: number;
  /**
   * What that attempt has taken: whoever confirmed may have died before it was recorded. Absent in
   * histories from before.
   */
  readonly taken?: readonly CaptureRef[];
  /** Absent in histories from before. */
  readonly tries?: CaptureTries;
  readonly outcome: SubmissionOutcome;
  readonly nextAction: NextAction;
  /** ISO 8601, the workflow's clock, so that a repeated activity writes the same. */
  readonly processedAt: string;
}

/** They write the projection that the API reads. Idempotent. */
export interface SubmissionActivities {
  recordRetry: (input: RecordRetryInput) => Promise<void>;
  recordOutcome: (input: RecordOutcomeInput) => Promise<void>;
}

export interface RecordForcedVerdictsInput extends AttemptInput {
  readonly verdicts: readonly CheckVerdict[];
}

/** Submissions of sandbox credentials only. */
export interface SandboxActivities {
  /** Writes what the forced checks would have found, about nobody. Idempotent. */
  recordForcedVerdicts: (input: RecordForcedVerdictsInput) => Promise<void>;
}

export interface DeliverCallbackInput {
  readonly submissionId: string;
  /** 1 for the delivery that the submission starts; a manual replay counts on. */
  readonly delivery: number;
}

export interface CallbackActivities {
  /**
   * One try. Fails with `CallbackRejected` and the ladder's next delay while there is one, then
   * non-retryably; with `CallbackGone` on 410. Answers `skipped` for a partner without endpoint.
   */
  deliverCallback: (input: DeliverCallbackInput) => Promise<'delivered' | 'skipped'>;
  recordDeadDelivery: (input: DeliverCallbackInput) => Promise<void>;
}

export interface TestDeliveryActivities {
  /** One try. Fails with `PartnerMisconfigured` without an endpoint or usable secrets. */
  sendTestCallback: (input: TestDeliveryInput) => Promise<TestDeliveryReport>;
}

export interface FetchReferenceImageInput {
  readonly submissionId: string;
}

export interface FetchImageInput {
  readonly submissionId: string;
  readonly documentType: DocumentType;
  /** As the partner gave it; may hold personal data. */
  readonly url: string;
}

export interface ReferenceImageActivities {
  /**
   * One try: asks the partner for the image and stores it. Fails with `ReferenceImageUnavailable`,
   * non-retryably where another try would fail the same way.
   */
  fetchReferenceImage: (input: FetchReferenceImageInput) => Promise<CaptureRef>;
  /** One try at an image of which the partner gave the address. Fails in the same way. */
  fetchImage: (input: FetchImageInput) => Promise<CaptureRef>;
}

/** Steps of an erasure; each may be repeated, and goes on where it was. */
export interface ErasureActivities {
  /**
   * Ends a submission that is in progress; fails until it has ended. Answers when nothing of it can
   * be uploaded or stored any more, ISO 8601.
   */
  endSubmission: (key: ErasureKey) => Promise<{ readonly quietAt: string }>;
  /** Objects, and with scope `ALL` what was read and measured. */
  eraseContent: (key: ErasureKey) => Promise<void>;
  /** Fails while a callback of the submission is still tried. */
  awaitCallbacks: (key: ErasureKey) => Promise<void>;
  /** Gives up the callbacks that are still tried. */
  endCallbacks: (key: ErasureKey) => Promise<void>;
  /** Erases what is left, looks for it again, and fails until nothing is found. Then signs that. */
  proveErasure: (key: ErasureKey) => Promise<void>;
}

export interface RenewedKey {
  readonly partnerCode: string;
  /** What seals; older keys are those of which nothing is to be left. */
  readonly dataKeyId: string;
}

/** Steps of a key renewal; each may be repeated. */
export interface KeyRenewalActivities {
  /** The id of the partner's youngest data key; null where nothing was sealed yet. */
  findSealingKey: (input: { readonly partnerCode: string }) => Promise<string | null>;
  /**
   * Seals anew what older keys have sealed of some submissions. Answers where to go on, how much there was,
   * and how much of that does not open.
   */
  resealPage: (input: RenewedKey & { readonly after: string | null }) => Promise<{
    readonly after: string | null;
    readonly found: number;
    readonly unopened: number;
  }>;
  /** Retires the older keys. Answers no where one of them still seals a column. */
  retireOlderKeys: (input: RenewedKey) => Promise<{ readonly isRetired: boolean }>;
}

export interface SweptBatch {
  readonly hasMore: boolean;
  /** How many this one has not managed and has logged. Absent in histories of before it was told. */
  readonly failed?: number;
  /** Where the next goes on, so that what fails keeps nothing behind it from its turn. */
  readonly next?: string | null;
}

export interface SweepPlace {
  /** The last of the batch before; null for the first. */
  readonly after: string | null;
}

export interface RetentionActivities {
  /** Begins the erasure of what is overdue, some at a time. */
  beginOverdue: () => Promise<SweptBatch>;
  /** Starts the workflows of erasures that are not over; answers where to go on. */
  startPending: (page: { readonly after: ErasureKey | null }) => Promise<ErasureKey | null>;
  /**
   * Takes away what nothing refers to of submissions that have ended, some at a time. Workflows of before there
   * was a place ask without one.
   */
  removeStray: (place?: SweepPlace) => Promise<SweptBatch>;
  /** User grants that have expired without a submission name a person. */
  deleteExpiredGrants: () => Promise<void>;
  /** Starts the renewals of data keys that were never begun. */
  startRenewals: () => Promise<void>;
}

export interface ReconciliationPlace {
  /** Where the page before ended; null for the first. */
  readonly after: string | null;
}

export interface ReconciliationPage {
  readonly findings: readonly Finding[];
  /** Where to go on; null for nowhere. */
  readonly next: string | null;
}

/**
 * Each looks at some, mends what can be mended and tells of the rest. All may be repeated, and run beside
 * each other.
 */
export interface ReconciliationActivities {
  reconcileSubmissions: (place: ReconciliationPlace) => Promise<ReconciliationPage>;
  reconcileWorkflows: (place: ReconciliationPlace) => Promise<ReconciliationPage>;
  reconcileDeliveries: (place: ReconciliationPlace) => Promise<ReconciliationPage>;
  findLeftUploads: (place: ReconciliationPlace) => Promise<ReconciliationPage>;
}
