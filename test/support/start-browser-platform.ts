import type { TestProject } from 'vitest/node';
import { prepareBrowser } from './prepare-browser.js';
import { setup as startServers } from './start-servers.js';

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
  const chromium = await prepareBrowser();
  const stop = await startServers(project);
  project.provide('chromium', chromium);
  return stop;
}
