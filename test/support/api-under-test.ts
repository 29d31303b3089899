import { randomBytes, randomUUID } from 'node:crypto';
import type { Express } from 'express';
import supertest from 'supertest';
import { z } from 'zod';
import type { AppDependencies } from '../../api/app-dependencies.js';
import { createApp } from '../../api/app.js';
import { createBacklog } from '../../api/backlog.js';
import { createMatchShares } from '../../api/routes/face-match/match-shares.js';
import { parseSigningKeys } from '../../keys/signing-keys.js';
import { createTokenIssuer } from '../../api/tokens/token-issuer.js';
import { partnerSettings } from '../../contract/schema/partner-settings.js';
import type { PartnerEnvironment } from '../../contract/sandbox.js';
import type { SubmissionDetails } from '../../contract/submission-details.js';
import type { Partner } from '../../db/credential-store.js';
import { createCaptureLocks } from '../../keys/capture-locks.js';
import { createCaptureNonces } from '../../keys/capture-nonces.js';
import { createErasedSessionDigests } from '../../keys/erased-session-digests.js';
import { createLogger } from '../../logging/logger.js';
import { captureLog } from './capture-log.js';
import { createMemoryAdministration } from './memory/administration.js';
import { createMemoryBrowserEntryStore } from './memory/browser-entry-store.js';
import { createMemoryCaptureStore } from './memory/capture-store.js';
import { createMemoryCredentialStore } from './memory/credential-store.js';
import { createMemoryHandoffStore } from './memory/handoff-store.js';
import { createMemoryPartnerSettingsStore } from './memory/partner-settings-store.js';
import { createMemorySubmissionStore } from './memory/submission-store.js';
import { createMemoryRequestedRuns } from './memory/requested-runs.js';
import { createMemoryUploadStore } from './memory/upload-store.js';
import { createMemoryUserGrantStore } from './memory/user-grant-store.js';
import { createSigningKeyFile } from './signing-key-file.js';
import { createTestClock } from './test-clock.js';

export const PUBLIC_URL = 'http://127.0.0.1:8080';
export const STORAGE_PUBLIC_URL = 'http://127.0.0.1:9000';

export type ApiUnderTest = Awaited<ReturnType<typeof createApiUnderTest>>;

export interface ApiUnderTestOptions {
  readonly webRoot?: string;
  readonly readiness?: AppDependencies['readiness'];
  readonly details?: SubmissionDetails;
  readonly hasReferenceImage?: boolean;
  readonly maxAttemptsInFlight?: number;
  readonly settings?: Partial<AppDependencies['settings']>;
}

/** The real app over in-memory stores, with a clock that tests move. */
export async function createApiUnderTest(options: ApiUnderTestOptions = {}) {
  const log = captureLog();
  const clock = createTestClock();
  const keys = await parseSigningKeys(JSON.stringify(await createSigningKeyFile()), 'test keys');
  const credentials = createMemoryCredentialStore();
  const submissions = createMemorySubmissionStore();
  const browserEntries = createMemoryBrowserEntryStore();
  const operators = createMemoryAdministration(clock.now);
  const keyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
  const fakes = {
    credentials,
    submissions,
    browserEntries,
    handoffs: createMemoryHandoffStore(browserEntries.addSession),
    userGrants: createMemoryUserGrantStore(submissions),
    partnerSettings: createMemoryPartnerSettingsStore(credentials.findPartner, submissions),
    uploads: createMemoryUploadStore(STORAGE_PUBLIC_URL),
    captures: createMemoryCaptureStore(),
    runs: createMemoryRequestedRuns(),
    captureNonces: createCaptureNonces(keyRing),
    captureLocks: createCaptureLocks(keyRing),
    sessionDigests: createErasedSessionDigests(keyRing),
  };
  const limit = options.maxAttemptsInFlight ?? 100;
  const dependencies: AppDependencies = {
    ...fakes,
    backlog: createBacklog({ countInFlight: submissions.countInFlight, limit, now: clock.now }),
    matchShares: createMatchShares({ countUnjudged: submissions.countUnjudgedMatches, limit }),
    administration: operators.administration,
    logger: createLogger('api', 'debug', log.destination),
    now: clock.now,
    referenceImages: { hasSource: () => Promise.resolve(options.hasReferenceImage ?? false) },
    assessments: { readSubmissionDetails: () => Promise.resolve(options.details ?? {}) },
    tokens: createTokenIssuer({ keys, issuer: PUBLIC_URL, now: clock.now }),
    publicKeys: keys.publicKeys,
    readiness: options.readiness ?? {},
    settings: {
      publicUrl: PUBLIC_URL,
      storagePublicUrl: STORAGE_PUBLIC_URL,
      trustedProxies: 0,
      webRoot: options.webRoot ?? '/nowhere',
      sdkRoot: '/nowhere',
      tokenGatewayUrl: null,
      requestsPerMinutePerIp: 1200,
      ...options.settings,
    },
  };
  const app = createApp(dependencies);
  return { ...fakes, operators, app, clock, keys, lines: log.lines, tokens: dependencies.tokens };
}

interface PartnerUnderTest {
  readonly code?: string;
  /** What differs from the defaults. */
  readonly settings?: z.input<typeof partnerSettings>;
  readonly environment?: PartnerEnvironment;
}

export function createPartner({ code = 'ACME', settings = {} }: PartnerUnderTest = {}): Partner {
  return { code, name: 'Acme', settings: partnerSettings.parse(settings) };
}

/** Registers a partner and gives back a partner token of its own. */
export async function addPartner(
  api: ApiUnderTest,
  given: PartnerUnderTest = {},
): Promise<{ readonly token: string; readonly clientId: string }> {
  const clientId = randomUUID();
  await api.credentials.add({
    partner: createPartner(given),
    clientId,
    passKey: randomUUID(),
    environment: given.environment ?? 'PRODUCTION',
  });
  const { token } = await api.tokens.issue({
    scope: 'partner',
    subject: clientId,
    lifetimeSeconds: 3600,
  });
  return { token, clientId };
}

export interface InitiateCall {
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** A complete initiate call; `headers` and `body` change or, with `''`, leave out. */
export function initiate(app: Express, { token, headers, body }: InitiateCall) {
  return supertest(app)
    .post('/coe-partner/v1/initiate-flow')
    .set({
      'x-onekyc-token': token,
      'x-onboarding-partner': 'ACME-SDK-KTP_SCAN',
      'x-partner-user-id': 'user-7',
      'x-partner-user-id-type': 'ACME_USER_ID',
      'x-partner-session-id': 'session-1',
      ...headers,
    })
    .send({ flow: 'KTP_SCAN', source: 'SDK', ...body });
}

const tokenBody = z.object({ data: z.object({ token: z.string() }) });

export interface StartedSubmission {
  readonly submissionId: string;
  readonly userToken: string;
  /** Headers of a capture app in this submission. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An SDK submission, opened through the API. */
export async function startSubmission(
  api: ApiUnderTest,
  partnerToken: string,
  sessionId: string = randomUUID(),
  { flow = 'KTP_SCAN', userId = 'user-7' } = {},
): Promise<StartedSubmission> {
  const answer = await initiate(api.app, {
    token: partnerToken,
    headers: { 'x-partner-session-id': sessionId, 'x-partner-user-id': userId },
    body: { flow },
  }).expect(200);
  const userToken = tokenBody.parse(answer.body).data.token;
  const submissionId = api.submissions
    .all()
    .find(({ partnerSessionId }) => partnerSessionId === sessionId)!.id;
  return {
    submissionId,
    userToken,
    headers: {
      'x-onekyc-token': userToken,
      'x-partner-session-id': sessionId,
      'x-sdk-session-id': 'sdk-1',
    },
  };
}
