import type { DeliveryErrorClass } from './callback.js';
import type { CaptureRef } from './capture.js';
import type { ErasureKey } from './erasure.js';
import type { DocumentType, FlowName } from './flow.js';
import type { SandboxScenario } from './sandbox.js';
import type { FinalAction } from './submission.js';
import type { SubmissionPolicy } from './submission-policy.js';

/**
 * What the API and the workers agree on about workflows. Ids, queues and names are stored in clear
 * by Temporal: nothing personal may enter them.
 */
export const TaskQueue = {
  /** Workflows, and what a session waits for that no partner can hold up. */
  SESSIONS: 'sessions',
  VISION: 'vision',
  CALLBACKS: 'callbacks',
  PARTNER_IMAGES: 'partner-images',
  /** What nobody waits for: erasures, the sweep, renewals of keys. */
  UPKEEP: 'upkeep',
} as const;
export type TaskQueue = (typeof TaskQueue)[keyof typeof TaskQueue];

export const WorkflowType = {
  KTP_SCAN: 'ktpScan',
  KYC_LITE: 'kycLite',
  SELFIE_LIVENESS: 'selfieLiveness',
  FACE_VERIFICATION: 'faceVerification',
  FACE_MATCH: 'faceMatch',
  CALLBACK_DELIVERY: 'callbackDelivery',
  TEST_DELIVERY: 'testDelivery',
  ERASURE: 'erasure',
  RETENTION_SWEEP: 'retentionSweep',
  KEY_RENEWAL: 'keyRenewal',
  RECONCILIATION: 'reconciliation',
} as const;

export const WORKFLOW_TYPE_BY_FLOW: Readonly<Record<FlowName, string>> = {
  KTP_SCAN: WorkflowType.KTP_SCAN,
  KYC_LITE: WorkflowType.KYC_LITE,
  SELFIE_LIVENESS: WorkflowType.SELFIE_LIVENESS,
  FACE_VERIFICATION: WorkflowType.FACE_VERIFICATION,
  FACE_MATCH: WorkflowType.FACE_MATCH,
};

/**
 * What operators can search submissions by, besides id and type. Stored in clear, like every id:
 * nothing personal. The workflow sets them itself; the sessions worker registers them.
 */
export const SearchAttribute = {
  partnerCode: { name: 'PartnerCode', type: 'KEYWORD' },
  flowName: { name: 'FlowName', type: 'KEYWORD' },
  submissionStatus: { name: 'SubmissionStatus', type: 'KEYWORD' },
  reasonCode: { name: 'ReasonCode', type: 'KEYWORD' },
  attemptCount: { name: 'AttemptCount', type: 'INT' },
  expiresAt: { name: 'ExpiresAt', type: 'DATETIME' },
} as const;

export function submissionWorkflowId(submissionId: string): string {
  return `submission/${submissionId}`;
}

/** Ids of submissions are UUIDs. */
const SUBMISSION_ID = /^submission\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Null for the id of another workflow. */
export function submissionOfWorkflowId(workflowId: string): string | null {
  return SUBMISSION_ID.exec(workflowId)?.[1] ?? null;
}

/** The delivery that the end of a submission starts; replays count on. */
export const FIRST_DELIVERY = 1;

export function callbackWorkflowId(submissionId: string, delivery: number): string {
  return `callback/${submissionId}/${String(delivery)}`;
}

/** Of one scope a submission is erased once. */
export function erasureWorkflowId({ submissionId, scope }: ErasureKey): string {
  return `erasure/${submissionId}/${scope.toLowerCase()}`;
}

/** Of a partner one runs at a time. */
export function keyRenewalWorkflowId(partnerCode: string): string {
  return `key-renewal/${partnerCode}`;
}

/** Of schedules, and what the ids of their runs begin with. */
export const RETENTION_SCHEDULE_ID = 'retention-sweep';
export const RECONCILIATION_SCHEDULE_ID = 'reconciliation';

/** Of the pass that an operator asks for: one at a time. */
export const ASKED_RECONCILIATION_ID = `${RECONCILIATION_SCHEDULE_ID}-asked`;

/** `webhookId` is that of the test message, which its sender makes up. */
export function testDeliveryWorkflowId(webhookId: string): string {
  return `test-delivery/${webhookId}`;
}

/** Update id of the one time that a submission is given addresses. */
export function fetchImagesUpdateId(submissionId: string): string {
  return `${submissionId}/images`;
}

/** Update id of a confirm: the same attempt confirmed twice is one update. */
export function confirmUpdateId(submissionId: string, attempt: number): string {
  return `${submissionId}/${String(attempt)}`;
}

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

export interface TestDeliveryInput {
  readonly partnerCode: string;
  /** Sent as `webhook-id`. Without dots, 64 characters at most, new for every test. */
  readonly webhookId: string;
}

/** What became of a test message. Nothing of it is recorded. */
export interface TestDeliveryReport {
  /** Null when there was no answer. */
  readonly httpStatus: number | null;
  /** Null when delivered. */
  readonly errorClass: DeliveryErrorClass | null;
  readonly durationMs: number;
  /** The beginning of a refusing answer, redacted; null when delivered or unanswered. */
  readonly answerExcerpt: string | null;
}

export interface ConfirmCapturesInput {
  /** Counts from 1. */
  readonly attempt: number;
  /** Exactly the captures that the attempt asks for. */
  readonly captures: readonly CaptureRef[];
  /** How many movements the app can ask a person for, one after the other; absent: one. */
  readonly maxMovements?: number | undefined;
}

/**
 * The digests that the attempt was confirmed with. Temporal answers a repeated update id with the
 * first answer whatever the arguments, so the caller compares to notice other captures.
 */
export interface ConfirmCapturesAnswer {
  readonly attempt: number;
  readonly sha256: readonly string[];
}

/** Addresses of the images that an unattended flow is about, one for each of its captures. */
export interface FetchImagesInput {
  readonly images: readonly { readonly documentType: DocumentType; readonly url: string }[];
}

/** Answer of the progress query: what an operator sees of an open submission. */
export interface SubmissionProgress {
  /** The attempt that is open or being processed, from 1. */
  readonly attempt: number;
  /** What the open attempt asks for; empty while one is processed and after the end. */
  readonly awaiting: readonly DocumentType[];
  readonly isFinished: boolean;
}

/** Update, signal and query names, shared with the API that cannot import workflow code. */
export const MessageName = {
  CONFIRM_CAPTURES: 'confirmCaptures',
  FETCH_IMAGES: 'fetchImages',
  CANCEL_SUBMISSION: 'cancelSubmission',
  GET_PROGRESS: 'getProgress',
  KEY_RENEWED: 'keyRenewed',
} as const;

/** `cause.type` of the failure that the confirm validator answers with. */
export const ConfirmRejection = {
  ATTEMPT_ALREADY_CONFIRMED: 'ATTEMPT_ALREADY_CONFIRMED',
  ATTEMPT_NOT_OPEN: 'ATTEMPT_NOT_OPEN',
  SUBMISSION_ALREADY_FINISHED: 'SUBMISSION_ALREADY_FINISHED',
  WRONG_CAPTURES: 'WRONG_CAPTURES',
} as const;
export type ConfirmRejection = (typeof ConfirmRejection)[keyof typeof ConfirmRejection];
