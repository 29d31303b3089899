import type { JSONWebKeySet } from 'jose';
import type { Administration } from '../administration/administration.js';
import type { AssessmentStore } from '../db/assessment-store.js';
import type { BrowserEntryStore } from '../db/browser-entry-store.js';
import type { CredentialStore } from '../db/credential-store.js';
import type { HandoffStore } from '../db/handoff-store.js';
import type { PartnerSettingsStore } from '../db/partner-settings-store.js';
import type { ReferenceImageSourceStore } from '../db/reference-image-source-store.js';
import type { SubmissionStore } from '../db/submission-store.js';
import type { UserGrantStore } from '../db/user-grant-store.js';
import type { CaptureLocks } from '../keys/capture-locks.js';
import type { CaptureNonces } from '../keys/capture-nonces.js';
import type { Logger } from '../logging/logger.js';
import type { CaptureStore } from '../storage/capture-store.js';
import type { UploadStore } from '../storage/upload-store.js';
import type { Backlog } from './backlog.js';
import type { MatchShares } from './routes/face-match/match-shares.js';
import type { RequestedRuns } from './requested-runs.js';
import type { SessionDigests } from './submission/is-of-session.js';
import type { TokenIssuer } from './tokens/token-issuer.js';

/** What the app stands on. Tests give in-memory stores, `dependencies.ts` the real ones. */
export interface AppDependencies {
  readonly logger: Logger;
  readonly now: () => Date;
  readonly credentials: CredentialStore;
  readonly submissions: SubmissionStore;
  readonly browserEntries: BrowserEntryStore;
  readonly handoffs: HandoffStore;
  readonly userGrants: UserGrantStore;
  readonly partnerSettings: PartnerSettingsStore;
  readonly referenceImages: Pick<ReferenceImageSourceStore, 'hasSource'>;
  readonly assessments: Pick<AssessmentStore, 'readSubmissionDetails'>;
  readonly uploads: UploadStore;
  readonly captures: Pick<CaptureStore, 'keep'>;
  readonly captureNonces: Pick<CaptureNonces, 'issue'>;
  readonly captureLocks: CaptureLocks;
  readonly sessionDigests: SessionDigests;
  readonly runs: RequestedRuns;
  readonly backlog: Backlog;
  readonly matchShares: MatchShares;
  readonly administration: Administration;
  readonly tokens: TokenIssuer;
  readonly publicKeys: JSONWebKeySet;
  /** Each rejects while what it is named after cannot be used. */
  readonly readiness: Readonly<Record<string, () => Promise<void>>>;
  readonly settings: AppSettings;
}

export interface AppSettings {
  /** Origin that partners and phones reach this platform at. */
  readonly publicUrl: string;
  /** Origin of token calls where they have one of their own. */
  readonly tokenGatewayUrl: string | null;
  /** Origin that phones upload captures to. */
  readonly storagePublicUrl: string;
  /** Number of proxies in front whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  /** Calls of one address before it is told to wait. */
  readonly requestsPerMinutePerIp: number;
  /** Folder of the built capture app. */
  readonly webRoot: string;
  /** Folder of the built Web SDK. */
  readonly sdkRoot: string;
}
