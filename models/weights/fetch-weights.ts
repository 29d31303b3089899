import { readConfig } from '../../config/read-config.js';
import { visionSettings } from '../../config/sections.js';
import { createWeightStore } from './weight-store.js';

/** `node --import tsx models/weights/fetch-weights.ts`: fetches and verifies every weight. */
async function fetchWeights(): Promise<void> {
  const config = readConfig(visionSettings, process.env);
  const weights = createWeightStore({
    ...(config.KENALI_CACHE_DIR !== undefined && { cacheDir: config.KENALI_CACHE_DIR }),
    onProgress: (line) => process.stdout.write(`${line}\n`),
  });
  await weights.fetchAll();
  process.stdout.write('All model weights are present and verified.\n');
}

try {
  await fetchWeights();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
