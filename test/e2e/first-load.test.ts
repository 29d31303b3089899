import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import type {} from '../support/platform-context.js';

const shop = inject('platform').samplePartnerUrl;

/**
 * Scripts and styles, compressed: about a second on the slow mobile connection (400 kbit/s) that
 * people open the capture app on. It is 45 KB now.
 */
const MAX_FIRST_LOAD_BYTES = 50_000;

let browser: BrowserVisits;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

describe('the first load of the capture app', () => {
  it('is small, and leaves the camera and the screens of a challenge for later', async () => {
    const page = await browser.open('phone');
    const assets: { path: string; body: Promise<Buffer> }[] = [];
    page.on('response', (response) => {
      const path = new URL(response.url()).pathname;
      if (/^\/assets\/.*\.(js|css)$/.test(path)) assets.push({ path, body: response.body() });
    });
    await page.goto(`${shop}/sandbox/SANDBOX-VALID`);
    await page.click('#start');
    await page.locator('main button.primary').waitFor();

    // What the page itself names; the rest comes when it is needed.
    const html = await (await page.request.get(page.url())).text();
    const app = assets.filter(({ path }) => html.includes(path));
    expect(app.length).toBeGreaterThanOrEqual(2);
    const sizes = await Promise.all(app.map(async ({ body }) => gzipSync(await body).length));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(total).toBeLessThan(MAX_FIRST_LOAD_BYTES);
    expect(app.filter(({ path }) => path.includes('Camera'))).toEqual([]);
    expect(assets.filter(({ path }) => path.includes('Challenge'))).toEqual([]);
  });
});
