import type { Environment } from '../processes/managed-process.js';
import type { DevContext } from '../processes/process-book.js';
import { runTogether } from '../processes/run-together.js';
import { MINIO_BINARY } from '../servers/minio.js';
import { obtainServerBinary } from '../servers/server-binary.js';
import { TEMPORAL_BINARY } from '../servers/temporal.js';
import { ensureWebBuild } from '../web-build.js';
import { fetchWeights } from '../fetch-weights.js';
import type { Layer } from './layers.js';
import { provideTimeSkippingServer } from './time-skipping-server.js';

/** Fetches and builds what the chosen layers need, so that no test waits for it. */
export async function prepareLayers(
  layers: readonly Layer[],
  context: DevContext,
): Promise<Environment> {
  const isChosen = (...names: readonly Layer[]) => names.some((name) => layers.includes(name));
  const onlyFor = async (isNeeded: boolean, prepare: () => Promise<unknown>) => {
    if (isNeeded) await prepare();
  };
  const within = (signal: AbortSignal): DevContext => ({ ...context, signal });
  const hasIntegration = isChosen('integration');
  const [testServer] = await runTogether<[string | null, unknown, unknown, unknown, unknown]>(
    context.signal,
    [
      async (signal) =>
        isChosen('workflow', 'replay') ? provideTimeSkippingServer(within(signal)) : null,
      (signal) => onlyFor(isChosen('activity', 'integration'), () => fetchWeights(within(signal))),
      (signal) =>
        onlyFor(hasIntegration, () => obtainServerBinary(TEMPORAL_BINARY, within(signal))),
      (signal) => onlyFor(hasIntegration, () => obtainServerBinary(MINIO_BINARY, within(signal))),
      (signal) => onlyFor(hasIntegration, () => ensureWebBuild(within(signal))),
    ],
  );
  return {
    KENALI_CACHE_DIR: context.cacheDir,
    ...(testServer !== null && { KENALI_TEST_SERVER_PATH: testServer }),
  };
}
