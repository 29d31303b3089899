import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { sql } from 'drizzle-orm';
import { createAdministration } from '../administration/administration.js';
import { createTransact } from '../administration/administration-stores.js';
import { createAssessmentStore } from '../db/assessment-store.js';
import { createBrowserEntryStore } from '../db/browser-entry-store.js';
import { connectDatabase, type Database } from '../db/client.js';
import { createCredentialStore } from '../db/credential-store.js';
import { createHandoffStore } from '../db/handoff-store.js';
import { createPartnerSettingsStore } from '../db/partner-settings-store.js';
import { openDataKeys } from '../db/open-data-keys.js';
import { REQUEST_LIMITS } from '../db/statement-limits.js';
import { guardStore } from '../db/store-error.js';
import { createReferenceImageSourceStore } from '../db/reference-image-source-store.js';
import { createSubmissionStore } from '../db/submission-store.js';
import { createUserGrantStore } from '../db/user-grant-store.js';
import { createCaptureLocks } from '../keys/capture-locks.js';
import { createCaptureNonces } from '../keys/capture-nonces.js';
import { createErasedSessionDigests } from '../keys/erased-session-digests.js';
import type { DataKeys } from '../keys/data-keys.js';
import type { KeyRing } from '../keys/key-ring.js';
import { openSealing } from '../keys/sealing.js';
import type { Logger } from '../logging/logger.js';
import { createCaptureStore } from '../storage/capture-store.js';
import { createUploadStore } from '../storage/upload-store.js';
import { toCaptureStoreOptions } from '../storage/to-capture-store-options.js';
import { connectTemporal } from '../temporal/connect.js';
import { createDeliveryRuns } from '../temporal/delivery-runs.js';
import { createErasureRuns } from '../temporal/erasure-runs.js';
import { createKeyRenewalRuns } from '../temporal/key-renewal-runs.js';
import { createRequestedRuns } from '../temporal/requested-runs.js';
import { toTemporalServer } from '../temporal/temporal-server.js';
import type { AppDependencies, AppSettings } from './app-dependencies.js';
import { createBacklog } from './backlog.js';
import type { ApiConfig } from './config.js';
import { createMatchShares } from './routes/face-match/match-shares.js';
import { nameSigningKeys, readSigningKeys } from '../keys/signing-keys.js';
import { createTokenIssuer } from './tokens/token-issuer.js';

export interface ConnectedDependencies {
  readonly dependencies: AppDependencies;
  close(): Promise<void>;
}

/** Requests are short: a handful of connections serves many at once. */
const MAX_DATABASE_CONNECTIONS = 10;

const WEB_ROOT = fileURLToPath(new URL('../build/web', import.meta.url));
const SDK_ROOT = fileURLToPath(new URL('../build/sdk/web', import.meta.url));

/** The composition root. @throws an error that names the file when keys are missing or damaged */
export async function connectDependencies(
  config: ApiConfig,
  logger: Logger,
): Promise<ConnectedDependencies> {
  const signingKeys = await readSigningKeys(config.KENALI_SIGNING_KEYS_PATH);
  logger.info(nameSigningKeys(signingKeys), 'signing keys');
  const sealing = await openSealing(config);
  const { ring: keyRing } = sealing;
  const temporal = await connect(config, keyRing);
  const connection = connectDatabase(
    config.KENALI_DATABASE_URL,
    MAX_DATABASE_CONNECTIONS,
    REQUEST_LIMITS,
  );
  const now = () => new Date();
  const dataKeys = await openDataKeys(connection.database, sealing);
  const stores = createStores(connection.database, { keyRing, dataKeys });
  return {
    dependencies: {
      logger,
      now,
      ...stores,
      uploads: createUploadStore(toCaptureStoreOptions(config)),
      captures: createCaptureStore(toCaptureStoreOptions(config), dataKeys),
      captureNonces: createCaptureNonces(keyRing),
      captureLocks: createCaptureLocks(keyRing),
      runs: createRequestedRuns(temporal),
      backlog: createBacklog({
        countInFlight: stores.submissions.countInFlight,
        limit: config.KENALI_MAX_ATTEMPTS_IN_FLIGHT,
        now,
      }),
      matchShares: createMatchShares({
        countUnjudged: stores.submissions.countUnjudgedMatches,
        limit: config.KENALI_MAX_ATTEMPTS_IN_FLIGHT,
      }),
      administration: createAdministration({
        transact: createTransact(connection.database, sealing),
        now,
        deliveryRuns: createDeliveryRuns(() => Promise.resolve(temporal)),
        erasureRuns: createErasureRuns(() => Promise.resolve(temporal)),
        keyRenewalRuns: createKeyRenewalRuns(() => Promise.resolve(temporal)),
        masterKey: sealing.master,
      }),
      tokens: createTokenIssuer({ keys: signingKeys, issuer: config.KENALI_PUBLIC_URL, now }),
      publicKeys: signingKeys.publicKeys,
      readiness: {
        database: () => pingDatabase(connection.database),
        temporal: () => pingTemporal(temporal),
      },
      settings: toSettings(config),
    },
    async close() {
      await temporal.connection.close();
      await connection.close();
    },
  };
}

async function connect(config: ApiConfig, keyRing: KeyRing): Promise<Client> {
  const server = toTemporalServer(config);
  try {
    return await connectTemporal({ ...server, keyRing });
  } catch (error) {
    throw new Error(`Temporal does not answer at ${server.address}.`, { cause: error });
  }
}

interface StoreKeys {
  readonly keyRing: KeyRing;
  readonly dataKeys: DataKeys;
}

function createStores(database: Database, { keyRing, dataKeys }: StoreKeys) {
  const sessionDigests = createErasedSessionDigests(keyRing);
  return {
    sessionDigests,
    credentials: createCredentialStore(database),
    submissions: createSubmissionStore(database, sessionDigests),
    browserEntries: createBrowserEntryStore(database),
    handoffs: createHandoffStore(database),
    userGrants: createUserGrantStore(database, sessionDigests),
    partnerSettings: createPartnerSettingsStore(database),
    referenceImages: createReferenceImageSourceStore(database, keyRing),
    assessments: createAssessmentStore(database, dataKeys),
  };
}

function toSettings(config: ApiConfig): AppSettings {
  return {
    publicUrl: config.KENALI_PUBLIC_URL,
    tokenGatewayUrl: config.KENALI_TOKEN_GATEWAY_URL ?? null,
    storagePublicUrl: config.KENALI_STORAGE_PUBLIC_URL,
    trustedProxies: config.KENALI_TRUSTED_PROXIES,
    requestsPerMinutePerIp: config.KENALI_REQUESTS_PER_MINUTE_PER_IP,
    webRoot: WEB_ROOT,
    sdkRoot: SDK_ROOT,
  };
}

async function pingDatabase(database: Database): Promise<void> {
  await guardStore('pinging', () => database.execute(sql`select 1`));
}

async function pingTemporal(temporal: Client): Promise<void> {
  await temporal.workflowService.describeNamespace({ namespace: temporal.options.namespace });
}
