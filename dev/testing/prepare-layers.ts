import type { DevContext } from '../processes/process-book.js';
import { runTogether } from '../processes/run-together.js';
import { MINIO_BINARY } from '../servers/minio.js';
import { obtainServerBinary } from '../servers/obtain-server-binary.js';
import { TEMPORAL_BINARY } from '../servers/temporal.js';
import { ensureWebBuild } from '../web-build.js';
import { fetchWeights } from '../fetch-weights.js';
import { CHROMIUM_VARIABLE, provideChromium } from './find-chromium.js';
import type { Layer } from './layers.js';
import { provideTimeSkippingServer } from './time-skipping-server.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

/** Fetches and builds what the chosen layers need, so that no test waits for it. */
export async function prepareLayers(
  layers: readonly Layer[],
  context: DevContext,
): Promise<ProcessEnvironment> {
  const isChosen = (...names: readonly Layer[]) => names.some((name) => layers.includes(name));
  const onlyFor = async (isNeeded: boolean, prepare: () => Promise<unknown>) => {
    if (isNeeded) await prepare();
  };
  const within = (signal: AbortSignal): DevContext => ({ ...context, signal });
  const hasPlatform = isChosen('integration', 'e2e');
  const hasModels = isChosen('activity', 'integration', 'e2e');
  const [testServer, chromium] = await runTogether<
    [string | null, string | null, unknown, unknown, unknown, unknown]
  >(context.signal, [
    async (signal) =>
      isChosen('workflow', 'replay') ? provideTimeSkippingServer(within(signal)) : null,
    async (signal) => (isChosen('e2e') ? provideChromium(within(signal)) : null),
    (signal) => onlyFor(hasModels, () => fetchWeights(within(signal))),
    (signal) => onlyFor(hasPlatform, () => obtainServerBinary(TEMPORAL_BINARY, within(signal))),
    (signal) => onlyFor(hasPlatform, () => obtainServerBinary(MINIO_BINARY, within(signal))),
    (signal) => onlyFor(hasPlatform, () => ensureWebBuild(within(signal))),
  ]);
  return {
    KENALI_CACHE_DIR: context.cacheDir,
    ...(testServer !== null && { KENALI_TEST_SERVER_PATH: testServer }),
    ...(chromium !== null && { [CHROMIUM_VARIABLE]: chromium }),
  };
}
