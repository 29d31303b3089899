import type { TestProject } from 'vitest/node';
import { CHROMIUM_VARIABLE, provideChromium } from '../../dev/testing/find-chromium.js';
import { ensureWebBuild } from '../../dev/web-build.js';
import { createTestContext, setup as startServers } from './start-servers.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser that is driven. */
    chromium: string;
  }
}

/**
 * Global set-up of the end-to-end layer: the platform of the integration layer, with the capture
 * app as it is now and a browser.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const context = createTestContext();
  const named = process.env[CHROMIUM_VARIABLE];
  const environment = { ...context.environment, ...(named && { [CHROMIUM_VARIABLE]: named }) };
  const chromium = await provideChromium({ ...context, environment });
  await ensureWebBuild(context);
  const stop = await startServers(project);
  project.provide('chromium', chromium);
  return stop;
}
