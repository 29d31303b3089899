import { CHROMIUM_VARIABLE, provideChromium } from '../../dev/testing/find-chromium.js';
import { ensureWebBuild } from '../../dev/web-build.js';
import { createTestContext } from './start-servers.js';

/**
 * Builds the capture app as it is now and answers the path of the browser to look at it with.
 *
 * @throws NoBrowser
 */
export async function prepareBrowser(): Promise<string> {
  const context = createTestContext();
  const named = process.env[CHROMIUM_VARIABLE];
  const environment = { ...context.environment, ...(named && { [CHROMIUM_VARIABLE]: named }) };
  const chromium = await provideChromium({ ...context, environment });
  await ensureWebBuild(context);
  return chromium;
}
