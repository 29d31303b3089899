import { createCallbackActivities } from '../activities/callback/create-callback-activities.js';
import { createAddressGuard } from '../activities/callback/address-guard.js';
import {
  createCallbackSender,
  type CallbackSender,
} from '../activities/callback/callback-sender.js';
import { createSubmissionActivities } from '../activities/submission/create-submission-activities.js';
import { readConfig } from '../config/read-config.js';
import {
  callbackSettings,
  databaseSettings,
  loggingSettings,
  sealingSettings,
  temporalSettings,
} from '../config/sections.js';
import { CALLBACK_TIMEOUT_MS } from '../contract/callback.js';
import { TaskQueue } from '../contract/workflow-names.js';
import { createAssessmentStore } from '../db/assessment-store.js';
import { createCallbackEndpointStore } from '../db/callback-endpoint-store.js';
import { connectDatabase, type Database } from '../db/client.js';
import { createDeliveryStore } from '../db/delivery-store.js';
import { createSubmissionProjectionStore } from '../db/submission-projection-store.js';
import { readKeyRing, type KeyRing } from '../keys/key-ring.js';
import { createLogger } from '../logging/logger.js';
import { loadWorkflowBundle } from './bundle-workflows.js';
import { createDataConverter } from './data-converter.js';
import { runWorkerProcess } from './run-worker-process.js';
import { installRuntime } from './runtime-logger.js';
import { ensureSearchAttributes } from './search-attributes.js';
import { startProcess } from './start-process.js';

/** The worker of task queue `sessions`: workflows, projection writes and callbacks. No models. */
const NAME = 'worker-sessions';

/** Fewer than activities: most of those wait for a partner's answer, not for the database. */
const MAX_DATABASE_CONNECTIONS = 10;
const MAX_ACTIVITIES = 50;
const MAX_WORKFLOW_TASKS = 40;

await startProcess(NAME, async () => {
  const config = readConfig(
    {
      ...loggingSettings,
      ...databaseSettings,
      ...temporalSettings,
      ...sealingSettings,
      ...callbackSettings,
    },
    process.env,
  );
  const logger = createLogger(NAME, config.KENALI_LOG_LEVEL);
  const runtimeLogger = installRuntime(logger);
  const keyRing = await readKeyRing(config.KENALI_SEALING_KEYS_PATH);
  const guard = createAddressGuard(config.KENALI_DANGEROUS_CALLBACK_CIDRS);
  const connected = connectDatabase(config.KENALI_DATABASE_URL, MAX_DATABASE_CONNECTIONS);
  const sender = createCallbackSender({ guard, timeoutMs: CALLBACK_TIMEOUT_MS });
  const namespace = config.KENALI_TEMPORAL_NAMESPACE;
  try {
    await runWorkerProcess({
      name: NAME,
      logger,
      address: config.KENALI_TEMPORAL_ADDRESS,
      namespace,
      beforePolling: (connection) => ensureSearchAttributes(connection, namespace),
      options: {
        taskQueue: TaskQueue.SESSIONS,
        workflowBundle: await loadWorkflowBundle(runtimeLogger),
        dataConverter: createDataConverter(keyRing),
        activities: createActivities(connected.database, keyRing, sender),
        maxConcurrentActivityTaskExecutions: MAX_ACTIVITIES,
        maxConcurrentWorkflowTaskExecutions: MAX_WORKFLOW_TASKS,
        // Longer than a partner may take to answer a callback.
        shutdownGraceTime: '20 seconds',
      },
    });
  } finally {
    await sender.close();
    await connected.close();
  }
});

function createActivities(database: Database, keyRing: KeyRing, sender: CallbackSender) {
  const submissions = createSubmissionProjectionStore(database);
  return {
    ...createSubmissionActivities(submissions),
    ...createCallbackActivities({
      submissions,
      assessments: createAssessmentStore(database, keyRing),
      endpoints: createCallbackEndpointStore(database, keyRing),
      deliveries: createDeliveryStore(database),
      sender,
      chance: Math.random,
    }),
  };
}
