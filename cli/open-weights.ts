import { readConfig, type ProcessEnvironment } from '../config/read-config.js';
import { visionSettings } from '../config/sections.js';
import type { FaceModel } from '../models/face/face-embedder.js';
import type { RecogniserModel } from '../models/text/text-recogniser.js';
import { createWeightStore, type WeightStore } from '../models/weights/weight-store.js';

/** The networks that the face match is configured with. */
export function readFaceModel(environment: ProcessEnvironment): FaceModel {
  return readConfig(visionSettings, environment).KENALI_FACE_MODEL;
}

/** The networks that cards are configured to be read with. */
export function readRecogniserModel(environment: ProcessEnvironment): RecogniserModel {
  return readConfig(visionSettings, environment).KENALI_KTP_RECOGNISER;
}

/** The weight store of the vision commands. Progress goes to stderr: stdout belongs to results. */
export function openWeights(environment: ProcessEnvironment): WeightStore {
  const { KENALI_CACHE_DIR: cacheDir } = readConfig(visionSettings, environment);
  return createWeightStore({
    ...(cacheDir !== undefined && { cacheDir }),
    onProgress: (line) => {
      console.error(line);
    },
  });
}
