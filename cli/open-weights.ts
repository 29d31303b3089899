import { readConfig } from '../config/read-config.js';
import { visionSettings } from '../config/sections.js';
import { createWeightStore, type WeightStore } from '../models/weights/weight-store.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The weight store of the vision commands. Progress goes to stderr: stdout belongs to results. */
export function openWeights(environment: Environment): WeightStore {
  const { KENALI_CACHE_DIR: cacheDir } = readConfig(visionSettings, environment);
  return createWeightStore({
    ...(cacheDir !== undefined && { cacheDir }),
    onProgress: (line) => {
      console.error(line);
    },
  });
}
