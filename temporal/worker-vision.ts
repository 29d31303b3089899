import { createVisionActivities } from '../activities/vision/create-vision-activities.js';
import type { VisionModels } from '../activities/vision/vision-models.js';
import { readConfig } from '../config/read-config.js';
import {
  databaseSettings,
  loggingSettings,
  sealingSettings,
  storageSettings,
  temporalSettings,
  visionSettings,
} from '../config/sections.js';
import { TaskQueue } from '../contract/task-queue.js';
import { createAssessmentStore } from '../db/assessment-store.js';
import { connectDatabase } from '../db/client.js';
import { openDataKeys } from '../db/open-data-keys.js';
import { createSelfieFingerprintStore } from '../db/selfie-fingerprint-store.js';
import { createCaptureNonces } from '../keys/capture-nonces.js';
import { openSealing } from '../keys/sealing.js';
import { createLogger, type Logger } from '../logging/logger.js';
import { openCardLocator } from '../models/card/card-locator.js';
import { createChallengeAssessor } from '../models/challenge/challenge-assessor.js';
import type { FaceModel } from '../models/face/face-embedder.js';
import { createFaceLocator } from '../models/face/face-locator.js';
import { createFaceMatcher } from '../models/face/face-matcher.js';
import { findBurstSigns } from '../models/frames/find-burst-signs.js';
import { fingerprintOf, mirrorFingerprint } from '../models/frames/fingerprint.js';
import { NEAR_COPY_DISTANCE } from '../models/frames/thresholds.js';
import { collectSeldom } from '../models/image/collect-seldom.js';
import { decodeImage } from '../models/image/decode-image.js';
import { createKtpReader } from '../models/ktp/ktp-reader.js';
import { createLivenessAssessor } from '../models/liveness/liveness-assessor.js';
import type { RecogniserModel } from '../models/text/text-recogniser.js';
import { createWeightStore } from '../models/weights/weight-store.js';
import { createCaptureStore } from '../storage/capture-store.js';
import { toCaptureStoreOptions } from '../storage/to-capture-store-options.js';
import { createDataConverter } from './data-converter.js';
import { runWorkerProcess } from './run-worker-process.js';
import { installRuntime } from './runtime-logger.js';
import { startProcess } from './start-process.js';
import { toTemporalServer } from './temporal-server.js';

/** The worker of task queue `vision`: the checks, and nothing else. Scaled by processes. */
const NAME = 'worker-vision';

/**
 * As many as the checks of KYC Lite, so that none waits for another's end and then for a dispatch
 * besides. Inference blocks the event loop: more of them only overlap with each other's waiting for the
 * object store, the database and the threads that read lines.
 */
const MAX_CHECKS = 3;

/** One for each check, and one to spare. */
const MAX_DATABASE_CONNECTIONS = 4;

await startProcess(NAME, async () => {
  const config = readConfig(
    {
      ...loggingSettings,
      ...databaseSettings,
      ...temporalSettings,
      ...sealingSettings,
      ...storageSettings,
      ...visionSettings,
    },
    process.env,
  );
  const logger = createLogger(NAME, config.KENALI_LOG_LEVEL);
  installRuntime(logger);
  collectSeldom();
  const sealing = await openSealing(config);
  const { ring: keyRing } = sealing;
  const failure = new AbortController();
  const models = await loadModels(config, logger, (error) => {
    failure.abort(error);
  });
  const connected = connectDatabase(config.KENALI_DATABASE_URL, MAX_DATABASE_CONNECTIONS);
  try {
    const dataKeys = await openDataKeys(connected.database, sealing);
    await runWorkerProcess({
      name: NAME,
      logger,
      temporal: toTemporalServer(config),
      failure: failure.signal,
      queues: [
        {
          taskQueue: TaskQueue.VISION,
          dataConverter: createDataConverter(keyRing),
          activities: {
            ...createVisionActivities({
              models,
              captures: createCaptureStore(toCaptureStoreOptions(config), dataKeys),
              assessments: createAssessmentStore(connected.database, dataKeys),
              fingerprints: createSelfieFingerprintStore(connected.database),
              captureNonces: createCaptureNonces(keyRing),
            }),
          },
          maxConcurrentActivityTaskExecutions: MAX_CHECKS,
          shutdownGraceTime: '20 seconds',
        },
      ],
    });
  } finally {
    await connected.close();
  }
});

/**
 * Once a process, before it takes work: a wrong or missing weight file ends it here.
 *
 * @param onFailure told when a thread fails that reads lines
 */
async function loadModels(
  config: {
    readonly KENALI_CACHE_DIR?: string | undefined;
    readonly KENALI_FACE_MODEL: FaceModel;
    readonly KENALI_KTP_RECOGNISER: RecogniserModel;
  },
  logger: Logger,
  onFailure: (error: Error) => void,
): Promise<VisionModels> {
  const { KENALI_CACHE_DIR: cacheDir, KENALI_FACE_MODEL: faceModel } = config;
  const weights = createWeightStore({
    ...(cacheDir === undefined ? {} : { cacheDir }),
    onProgress: (line) => {
      logger.info(line);
    },
  });
  // The checks share their pictures, see `share-captures.ts`: what one finds in them, no other has to.
  const faceLocator = await createFaceLocator(weights);
  const cardLocator = await openCardLocator();
  return {
    decodeImage,
    ktpReader: await createKtpReader(weights, {
      model: config.KENALI_KTP_RECOGNISER,
      cardLocator,
      onFailure,
    }),
    livenessAssessor: await createLivenessAssessor(weights, faceLocator),
    challengeAssessor: await createChallengeAssessor(weights, faceLocator),
    pictures: {
      fingerprintOf,
      mirrorFingerprint,
      nearCopyDistance: NEAR_COPY_DISTANCE,
      findBurstSigns,
    },
    faceMatcher: await createFaceMatcher(weights, { model: faceModel, faceLocator, cardLocator }),
  };
}
