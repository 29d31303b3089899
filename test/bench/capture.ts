import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { PersonCapture } from '../../contract/flow.js';
import { percentile } from '../../models/bench/metrics/percentile.js';
import { openCamera } from '../screens/acts.js';
import { scriptService, type Script } from '../screens/scripted-service.js';
import { browserArguments } from '../support/browser-arguments.js';
import { writeCardClip } from '../support/card-clip.js';
import { prepareBrowser } from '../support/prepare-browser.js';
import { serveCaptureApp } from '../support/serve-capture-app.js';
import { timeLoop } from './time-loop.js';
import { findRenderer, readCpuSeconds } from './find-renderer.js';
import { throttleProcess } from './throttle-process.js';
import { watchCapture, type CaptureTimes } from './watch-capture.js';

/*
 * How fast the capture app's camera is there and how many frames guidance looks at, on a fast
 * processor and on one of a quarter of its speed: npm run bench:capture
 *
 * Bars: a picture within a second of the camera's permission, 15 frames a second at a quarter.
 */
const VISITS = 5;
const WATCHED_MS = 6_000;
const SLOWNESS = 4;

/** What a session asks for, so that its camera is the first. */
const SCRIPTS: Readonly<Record<PersonCapture, Script>> = {
  KTP: {},
  SELFIE: { session: { flow: 'SELFIE_LIVENESS' }, before: { captures: ['SELFIE'] } },
};

const executablePath = await prepareBrowser();
const app = await serveCaptureApp();
const folder = await mkdtemp(join(tmpdir(), 'kenali-bench-'));
const clip = join(folder, 'far.mjpeg');
// Too far to be taken, so that it is looked at for as long as is watched.
await writeCardClip(clip, [{ frames: 30, reach: 0.55 }]);
const browser = await chromium.launch({ executablePath, args: browserArguments({ clip }) });
try {
  process.stdout.write(`${String(availableParallelism())} cores, ${browser.version()}\n`);
  for (const document of ['KTP', 'SELFIE'] as const) {
    for (const slowness of [1, SLOWNESS]) await report(browser, { document, slowness });
  }
} finally {
  await browser.close();
  await app.close();
  await rm(folder, { recursive: true, force: true });
}

interface Circumstances {
  readonly document: PersonCapture;
  readonly slowness: number;
}

async function report(on: Browser, circumstances: Circumstances): Promise<void> {
  const { document, slowness } = circumstances;
  const visits: Visit[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    visits.push(await visitCamera(on, circumstances));
  }
  const tell = (label: string, of: (visit: Visit) => number) => {
    const values = visits.map(of);
    const text = [0, 0.5, 1].map((share) => percentile(values, share).toFixed(0)).join(' / ');
    process.stdout.write(`  ${label.padEnd(52)} ${text}\n`);
  };
  process.stdout.write(
    `${document}, processor at 1/${String(slowness)}: least / middle / most of ${String(VISITS)}\n`,
  );
  tell('a fixed loop on the page, ms', ({ pageLoopMs }) => pageLoopMs);
  tell('the same loop in the worker, ms', ({ workerLoopMs }) => workerLoopMs);
  tell('from the press to the picture, ms', ({ times }) => times.readyMs - times.askedMs);
  tell(
    'from the camera’s permission to the picture, ms',
    ({ times }) => times.readyMs - times.grantedMs,
  );
  tell('frames looked at in a second', ({ perSecond }) => perSecond);
  tell('processor time of the page and its worker for each, ms', (visit) => visit.cpuPerReadingMs);
}

interface Visit {
  readonly times: CaptureTimes;
  readonly perSecond: number;
  /** Of the whole process: showing the picture, drawing and looking. */
  readonly cpuPerReadingMs: number;
  readonly pageLoopMs: number;
  readonly workerLoopMs: number;
}

async function visitCamera(on: Browser, { document, slowness }: Circumstances): Promise<Visit> {
  const context = await on.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await scriptService(page, SCRIPTS[document]);
  await watchCapture(page);
  await page.goto(app.launchAddress());
  await page.locator('main[data-screen=WELCOME]').waitFor();
  const pid = await findRenderer(on, page);
  const release = throttleProcess(pid, slowness);
  try {
    await openCamera(page);
    await page.locator('video.ready').waitFor();
    await page.waitForFunction(() => window.captureTimes.readings > 0);
    const cpuBefore = await readCpuSeconds(on, pid);
    const { readings, perSecond } = await countReadings(page);
    const cpuMs = ((await readCpuSeconds(on, pid)) - cpuBefore) * 1000;
    const worker = page.workers().find((one) => one.url().includes('frame-worker'));
    if (worker === undefined) throw new Error('Frames are looked at without a worker.');
    const times = await page.evaluate(() => window.captureTimes);
    const pageLoopMs = await page.evaluate(timeLoop);
    const cpuPerReadingMs = cpuMs / readings;
    return {
      times,
      perSecond,
      cpuPerReadingMs,
      pageLoopMs,
      workerLoopMs: await worker.evaluate(timeLoop),
    };
  } finally {
    release();
    await context.close();
  }
}

/** Answers of the worker over a while. */
async function countReadings(page: Page): Promise<{ readings: number; perSecond: number }> {
  return page.evaluate(async (watchedMs) => {
    const [from, before] = [performance.now(), window.captureTimes.readings];
    await new Promise((resolve) => setTimeout(resolve, watchedMs));
    const readings = window.captureTimes.readings - before;
    return { readings, perSecond: (readings * 1000) / (performance.now() - from) };
  }, WATCHED_MS);
}
