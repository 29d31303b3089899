import { NativeConnection, Worker } from '@temporalio/worker';
import { createVisionActivities } from '../../activities/vision/create-vision-activities.js';
import type { VisionModels } from '../../activities/vision/vision-models.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { createAssessmentStore } from '../../db/assessment-store.js';
import { connectDatabase } from '../../db/client.js';
import { openDataKeys } from '../../db/open-data-keys.js';
import { createSelfieFingerprintStore } from '../../db/selfie-fingerprint-store.js';
import { createCaptureNonces } from '../../keys/capture-nonces.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { createLocalSealing } from '../../keys/sealing.js';
import { createCaptureStore } from '../../storage/capture-store.js';
import { createDataConverter } from '../../temporal/data-converter.js';
import type { PlatformContext } from './platform-context.js';

export interface VisionWorker {
  stop(): Promise<void>;
}

/**
 * The platform's vision worker with other models, in this process. The platform's own must be
 * stopped: both would take work.
 */
export async function startVisionWorker(
  platform: PlatformContext,
  models: VisionModels,
): Promise<VisionWorker> {
  const keyRing = await readKeyRing(platform.sealingKeysPath);
  const connected = connectDatabase(platform.databaseUrl, 3);
  const dataKeys = await openDataKeys(connected.database, createLocalSealing(keyRing));
  const connection = await NativeConnection.connect({ address: platform.temporalAddress });
  const worker = await Worker.create({
    connection,
    taskQueue: TaskQueue.VISION,
    dataConverter: createDataConverter(keyRing),
    activities: {
      ...createVisionActivities({
        models,
        captures: createCaptureStore(platform.storage, dataKeys),
        assessments: createAssessmentStore(connected.database, dataKeys),
        fingerprints: createSelfieFingerprintStore(connected.database),
        captureNonces: createCaptureNonces(keyRing),
      }),
    },
  });
  const running = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await running;
      await connection.close();
      await connected.close();
    },
  };
}
