import { chromium, type Browser } from 'playwright-core';
import { percentile } from '../../models/bench/metrics/percentile.js';
import { PHONE } from '../screens/scene-stage.js';
import { scriptService } from '../screens/scripted-service.js';
import { browserArguments } from '../support/browser-arguments.js';
import { prepareBrowser } from '../support/prepare-browser.js';
import { serveCaptureApp } from '../support/serve-capture-app.js';

/*
 * How long a person on a slow phone waits for the welcome screen, with nothing in the cache:
 * npm run bench:first-load
 */
const VISITS = 5;
/** 400 kbit/s and 400 ms there and back: "slow 3G" of browsers' own tools. */
const SLOW_NETWORK = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
};
const SLOWNESS = 4;

interface Visit {
  readonly welcomeMs: number;
  /** Of scripts and styles, as they went over the network. */
  readonly bytes: number;
}

async function visit(browser: Browser, address: string, isSlow: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'id-ID' });
  const page = await context.newPage();
  // The service answers at once: what is measured is the page.
  await scriptService(page, {});
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (isSlow) {
    await session.send('Network.emulateNetworkConditions', SLOW_NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
  }
  const startedAt = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('main[data-screen=WELCOME] h1').waitFor();
  const welcomeMs = performance.now() - startedAt;
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/assets\/.*\.(js|css)$/.test(name))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );
  await context.close();
  return { welcomeMs, bytes };
}

const executablePath = await prepareBrowser();
const app = await serveCaptureApp();
const browser = await chromium.launch({ executablePath, args: browserArguments('NONE') });
try {
  for (const isSlow of [false, true]) {
    const visits: Visit[] = [];
    for (let count = 0; count < VISITS; count += 1) {
      visits.push(await visit(browser, app.launchAddress(), isSlow));
    }
    const times = visits.map(({ welcomeMs }) => Math.round(welcomeMs));
    const name = isSlow ? 'slow network, a quarter of the processor' : 'this machine as it is';
    const bytes = String(visits[0]?.bytes);
    console.log(
      `${name}: median ${String(percentile(times, 0.5))} ms of ${times.join(', ')}; ${bytes} bytes`,
    );
  }
} finally {
  await browser.close();
  await app.close();
}
