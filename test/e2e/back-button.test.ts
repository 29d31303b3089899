import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { choosePictures, goBackToPartner, press } from '../support/capture-app.js';
import type {} from '../support/platform-context.js';
import { startOutcome } from '../support/start-outcome.js';

const CARD_ALONE = 'SANDBOX-VALID';

let browser: BrowserVisits;
let picture: Uint8Array;

beforeAll(async () => {
  browser = await startBrowser();
  picture = (await drawSpecimen({ seed: 52 })).jpeg;
});

afterAll(async () => {
  await browser.close();
  expect(browser.complaints).toEqual([]);
});

function isAt(page: Page, screen: string): Promise<void> {
  return page.locator(`main[data-screen=${screen}]`).waitFor({ timeout: 60_000 });
}

/** Not awaited as a navigation: the page may stay. */
async function pressBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    history.back();
  });
}

/** The partner's page that the session was started from. */
function isAtStart(page: Page): Promise<void> {
  return page.waitForURL(`${inject('platform').samplePartnerUrl}/sandbox/${CARD_ALONE}`);
}

async function begin(): Promise<Page> {
  const page = await startOutcome(browser, CARD_ALONE);
  await press(page);
  await isAt(page, 'GUIDE');
  return page;
}

describe('the back button', () => {
  it('asks before it leaves, and leads out of a result at once', async () => {
    const page = await begin();
    for (let times = 0; times < 2; times += 1) {
      await pressBack(page);
      await isAt(page, 'LEAVE');
      await press(page);
      await isAt(page, 'GUIDE');
    }
    await choosePictures(page, [picture]);
    await isAt(page, 'RESULT');
    await pressBack(page);
    await isAtStart(page);
  });

  it('leads from the partner’s page to the one before, and not into the finished session', async () => {
    const page = await begin();
    await choosePictures(page, [picture]);
    await goBackToPartner(page);
    await pressBack(page);
    await isAtStart(page);
  });

  it('does so after a reload as well', async () => {
    const page = await begin();
    await page.reload();
    await isAt(page, 'WELCOME');
    await pressBack(page);
    await isAt(page, 'LEAVE');
    await press(page);
    await isAt(page, 'WELCOME');
    await press(page);
    await choosePictures(page, [picture]);
    await goBackToPartner(page);
    await pressBack(page);
    await isAtStart(page);
  });
});
