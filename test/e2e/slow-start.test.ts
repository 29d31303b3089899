import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browserArguments } from '../support/browser-arguments.js';
import { serveCaptureApp, type ServedCaptureApp } from '../support/serve-capture-app.js';
import type {} from '../support/start-browser-platform.js';

let app: ServedCaptureApp;
let browser: Browser;

beforeAll(async () => {
  app = await serveCaptureApp();
  const executablePath = inject('chromium');
  browser = await chromium.launch({ executablePath, args: browserArguments('NONE') });
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('a page whose scripts do not arrive', () => {
  it.each(['no-preference', 'reduce'] as const)(
    'waits six seconds before it says so, with motion: %s',
    async (reducedMotion) => {
      const context = await browser.newContext({ reducedMotion });
      const page = await context.newPage();
      await page.route('**/assets/*.js', () => undefined);
      await page.goto(app.launchAddress(), { waitUntil: 'commit' });
      const words = page.locator('.fallback');
      await words.waitFor({ state: 'attached' });
      const [delay, shown] = await words.evaluate((element) => {
        const [appearing] = element.getAnimations();
        const delayed = appearing?.effect?.getTiming().delay;
        appearing?.finish();
        return [delayed, getComputedStyle(element).opacity];
      });
      expect(delay).toBe(6_000);
      expect(shown).toBe('1');
      await context.close();
    },
  );
});
