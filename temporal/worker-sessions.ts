import { createCallbackActivities } from '../activities/callback/create-callback-activities.js';
import { createCallbackSender } from '../activities/callback/callback-sender.js';
import { createTestDeliveryActivities } from '../activities/callback/create-test-delivery-activities.js';
import type { CallbackLadder } from '../activities/callback/next-delay.js';
import { createAddressGuard } from '../activities/outbound/address-guard.js';
import {
  createOutboundClient,
  type OutboundClient,
} from '../activities/outbound/outbound-client.js';
import { createReferenceImageActivities } from '../activities/reference-image/create-reference-image-activities.js';
import { createSandboxActivities } from '../activities/sandbox/create-sandbox-activities.js';
import { createSubmissionActivities } from '../activities/submission/create-submission-activities.js';
import { readConfig } from '../config/read-config.js';
import {
  databaseSettings,
  deploymentSettings,
  loggingSettings,
  outboundSettings,
  sealingSettings,
  signingSettings,
  storageSettings,
  temporalSettings,
} from '../config/sections.js';
import { TaskQueue } from '../contract/task-queue.js';
import { createAssessmentStore } from '../db/assessment-store.js';
import { createCallbackEndpointStore } from '../db/callback-endpoint-store.js';
import { connectDatabase, type Database } from '../db/client.js';
import { openDataKeys } from '../db/open-data-keys.js';
import { createDeliveryStore } from '../db/delivery-store.js';
import { createPartnerStore } from '../db/partner-store.js';
import { createReferenceImageSourceStore } from '../db/reference-image-source-store.js';
import { createSubmissionProjectionStore } from '../db/submission-projection-store.js';
import type { DataKeys } from '../keys/data-keys.js';
import type { KeyRing } from '../keys/key-ring.js';
import { openSealing } from '../keys/sealing.js';
import { nameSigningKeys, readSigningKeys } from '../keys/signing-keys.js';
import { createLogger } from '../logging/logger.js';
import { createCaptureEraser } from '../storage/capture-eraser.js';
import { createCaptureStore, type CaptureStore } from '../storage/capture-store.js';
import { toCaptureStoreOptions } from '../storage/to-capture-store-options.js';
import { loadWorkflowBundle } from './bundle-workflows.js';
import { composeErasing } from './compose-erasing.js';
import { composeKeyRenewal } from './compose-key-renewal.js';
import { composeReconciliation } from './compose-reconciliation.js';
import { connectTemporal } from './connect.js';
import { createDataConverter } from './data-converter.js';
import { toDeployment } from './deployment.js';
import { runWorkerProcess } from './run-worker-process.js';
import { installRuntime } from './runtime-logger.js';
import { ensureSchedules } from './schedules.js';
import { ensureSearchAttributes } from './search-attributes.js';
import { startProcess } from './start-process.js';
import { toTemporalServer } from './temporal-server.js';

/** The workers of workflows, projection writes, calls to partners and upkeep: of every queue but `vision`. No models. */
const NAME = 'worker-sessions';

/** Fewer than activities: most of those wait for a partner's answer, not for the database. */
const MAX_DATABASE_CONNECTIONS = 10;
/**
 * Of each queue its own, so that none waits for another's. A partner with fifty sessions a minute that never answers
 * holds 125 callbacks in the end: ten tries of 15 s for each. Images are held in memory, up to 10 MB each. Upkeep has fewer than
 * there are database connections: the sessions' writes always find one.
 */
const MAX_ACTIVITIES = {
  [TaskQueue.SESSIONS]: 50,
  [TaskQueue.CALLBACKS]: 200,
  [TaskQueue.PARTNER_IMAGES]: 50,
  [TaskQueue.UPKEEP]: 8,
};
const MAX_WORKFLOW_TASKS = 40;
/**
 * Of the ten polls of the default two ask for new sessions: when many were opened at once their first tasks waited
 * for a minute behind each other, and a confirm, which waits behind its session's first task, got 503.
 */
const POLL_AS_NEEDED = { type: 'autoscaling' } as const;

await startProcess(NAME, async () => {
  const config = readConfig(
    {
      ...loggingSettings,
      ...databaseSettings,
      ...temporalSettings,
      ...sealingSettings,
      ...storageSettings,
      ...signingSettings,
      ...outboundSettings,
      ...deploymentSettings,
    },
    process.env,
  );
  const logger = createLogger(NAME, config.KENALI_LOG_LEVEL);
  const runtimeLogger = installRuntime(logger);
  const sealing = await openSealing(config);
  const { ring: keyRing } = sealing;
  const signingKeys = await readSigningKeys(config.KENALI_SIGNING_KEYS_PATH);
  logger.info(nameSigningKeys(signingKeys), 'signing keys');
  const guard = createAddressGuard(config.KENALI_DANGEROUS_OUTBOUND_CIDRS);
  const connected = connectDatabase(config.KENALI_DATABASE_URL, MAX_DATABASE_CONNECTIONS);
  const server = toTemporalServer(config);
  const storage = toCaptureStoreOptions(config);
  const temporal = await connectTemporal({ ...server, keyRing });
  try {
    const dataKeys = await openDataKeys(connected.database, sealing);
    const administered = {
      database: connected.database,
      keyRing,
      captures: createCaptureEraser(storage),
      temporal,
    };
    const activities = {
      ...createActivities({
        database: connected.database,
        keyRing,
        dataKeys,
        client: createOutboundClient({ guard }),
        captures: createCaptureStore(storage, dataKeys),
        ladder: {
          divisor: config.KENALI_DANGEROUS_LADDER_DIVISOR,
          chance: Math.random,
        },
      }),
      ...composeErasing({ ...administered, signingKeys }),
      ...composeReconciliation(administered),
      ...composeKeyRenewal({ database: connected.database, sealing, dataKeys, storage }),
    };
    const workflowOptions = {
      workflowBundle: await loadWorkflowBundle(runtimeLogger),
      maxConcurrentWorkflowTaskExecutions: MAX_WORKFLOW_TASKS,
      workflowTaskPollerBehavior: POLL_AS_NEEDED,
    };
    await runWorkerProcess({
      name: NAME,
      logger,
      temporal: server,
      beforePolling: async (connection) => {
        await ensureSearchAttributes(connection, server.namespace);
        await ensureSchedules(temporal);
      },
      queues: Object.entries(MAX_ACTIVITIES).map(([taskQueue, maxActivities]) => ({
        ...toDeployment(config.KENALI_DEPLOYMENT_BUILD_ID),
        taskQueue,
        ...(taskQueue === TaskQueue.SESSIONS && workflowOptions),
        // All on each: what a workflow has scheduled before a release moved it is still served.
        activities,
        maxConcurrentActivityTaskExecutions: maxActivities,
        dataConverter: createDataConverter(keyRing),
        // Longer than a partner may take to answer a callback.
        shutdownGraceTime: '20 seconds',
      })),
    });
  } finally {
    await temporal.connection.close();
    await connected.close();
  }
});

interface Resources {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly dataKeys: DataKeys;
  /** The one way to partners' servers. */
  readonly client: OutboundClient;
  readonly captures: CaptureStore;
  readonly ladder: CallbackLadder;
}

function createActivities({ database, keyRing, dataKeys, client, captures, ladder }: Resources) {
  const projection = createSubmissionProjectionStore(database);
  const assessments = createAssessmentStore(database, dataKeys);
  const endpoints = createCallbackEndpointStore(database, keyRing);
  const partners = createPartnerStore(database);
  const sender = createCallbackSender(client);
  return {
    ...createSubmissionActivities(projection),
    ...createSandboxActivities(assessments),
    ...createCallbackActivities({
      projection,
      assessments,
      endpoints,
      partners,
      deliveries: createDeliveryStore(database),
      sender,
      ladder,
    }),
    ...createTestDeliveryActivities({ endpoints, partners, sender }),
    ...createReferenceImageActivities({
      projection,
      sources: createReferenceImageSourceStore(database, keyRing),
      partners,
      client,
      captures,
    }),
  };
}
