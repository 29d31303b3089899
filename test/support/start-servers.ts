import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { REPOSITORY_ROOT } from '../../dev/dev-context.js';
import { startPlatform, type Platform } from '../../dev/platform.js';
import { findFreePorts } from '../../dev/ports.js';
import { createProcessBook, type DevContext } from '../../dev/processes/process-book.js';
import { defaultCacheDir } from '../../models/weights/default-cache-dir.js';
import { startControlServer } from './control-server.js';
import type { PlatformContext } from './platform-context.js';

/**
 * Global set-up of the integration layer: starts what `npm start` starts, once for all files, on
 * free ports and with state of its own. The returned function stops it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = await mkdtemp(join(tmpdir(), 'kenali-integration-'));
  const context = createTestContext();
  const ports = await findFreePorts();
  const removeState = () => rm(stateDir, { recursive: true, force: true });
  const platform = await startPlatform({ ports, stateDir }, context).catch(
    async (error: unknown) => {
      await removeState();
      throw error;
    },
  );
  const control = await startControlServer(platform.children);
  void platform.failed.then((error) => {
    context.report(`The platform under test failed. ${error.message}`);
  });
  project.provide('platform', describePlatform(platform, stateDir, control.url));
  return async () => {
    await control.close();
    await platform.stop();
    await removeState();
  };
}

/** The environment as `npm start` has it: neither Vitest's variables nor a configured server. */
export function createTestContext(): DevContext {
  const cacheDir = process.env.KENALI_CACHE_DIR ?? defaultCacheDir();
  const foreign = /^(KENALI_(?!TEST_RUN)|VITEST|NODE_ENV$)/;
  return {
    book: createProcessBook(),
    root: REPOSITORY_ROOT,
    environment: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !foreign.test(name)),
    ),
    cacheDir,
    signal: new AbortController().signal,
    report: (line) => {
      process.stdout.write(`${line}\n`);
    },
  };
}

function describePlatform(
  { settings, urls, demoPartner }: Platform,
  stateDir: string,
  controlUrl: string,
): PlatformContext {
  const { databaseUrl, temporalAddress, storage, paths } = settings;
  return {
    apiUrl: urls.api,
    samplePartnerUrl: urls.samplePartner,
    databaseUrl,
    temporalAddress,
    storage,
    demoPartner,
    sealingKeysPath: paths.sealingKeys,
    signingKeysPath: paths.signingKeys,
    logsDir: paths.logs,
    stateDir,
    controlUrl,
  };
}
