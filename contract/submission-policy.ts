import type { ChallengeUse } from './challenge.js';

/** What becomes of a selfie that was sent in another submission before. */
export const ReusedSelfies = { REJECT: 'REJECT', RECORD: 'RECORD' } as const;
export type ReusedSelfies = (typeof ReusedSelfies)[keyof typeof ReusedSelfies];

/** Scores, 0 to 1, from which a check passes; null leaves the model's own operating point. */
export interface CheckThresholds {
  readonly livenessScore: number | null;
  readonly faceMatchScore: number | null;
}

/** In seconds. None outlives the session, but for the user token by a while (ADR 0016). */
export interface SubmissionLifetimes {
  readonly userToken: number;
  readonly launchToken: number;
  readonly handoffCode: number;
  readonly uploadUrl: number;
}

/**
 * What a partner's settings mean for one submission. Taken at initiate: a setting that changes
 * later changes no submission that is under way.
 */
export interface SubmissionPolicy {
  /** How often each capture may be taken. */
  readonly maxAttempts: number;
  /** The partner has configured a source of reference images. */
  readonly hasReferenceImage: boolean;
  readonly thresholds: CheckThresholds;
  /** Absent, like the next two, in submissions from before there was one: then as by default. */
  readonly challenge?: ChallengeUse;
  readonly reusedSelfies?: ReusedSelfies;
  /** Whether the capture app offers to choose a picture instead of taking one. */
  readonly allowFileUpload?: boolean;
  readonly lifetimes: SubmissionLifetimes;
}

/** The longest session that a partner can be set to. */
export const MAX_SESSION_DAYS = 30;

/** Of a partner that has changed nothing: contract §15.1 and §15.3. */
export const DEFAULT_POLICY: SubmissionPolicy = {
  maxAttempts: 3,
  hasReferenceImage: false,
  thresholds: { livenessScore: null, faceMatchScore: null },
  challenge: 'IF_IN_DOUBT',
  reusedSelfies: 'REJECT',
  lifetimes: { userToken: 3600, launchToken: 1800, handoffCode: 600, uploadUrl: 600 },
};
