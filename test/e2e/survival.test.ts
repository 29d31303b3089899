import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { choosePictures, goBackToPartner, press } from '../support/capture-app.js';
import { readKeptCaptures, waitUntilKept } from '../support/kept-captures.js';
import type {} from '../support/platform-context.js';
import { startOutcome } from '../support/start-outcome.js';

/** Card and selfie. */
const BOTH = 'SANDBOX-INVALID-FACE_MATCH_FAILED';
const CARD_ALONE = 'SANDBOX-VALID';

let browser: BrowserVisits;
let picture: Uint8Array;

beforeAll(async () => {
  browser = await startBrowser();
  picture = (await drawSpecimen({ seed: 51 })).jpeg;
});

afterAll(async () => {
  await browser.close();
  expect(browser.complaints).toEqual([]);
});

/** A person who has agreed and taken the pictures. */
async function begin(userId: string): Promise<Page> {
  const page = await startOutcome(browser, userId);
  await press(page);
  return page;
}

function isAt(page: Page, screen: string): Promise<void> {
  return page.locator(`main[data-screen=${screen}]`).waitFor({ timeout: 60_000 });
}

/** Names each upload that arrived, by its document. */
function logArrivals(page: Page): string[] {
  const arrived: string[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (response.request().method() !== 'PUT' || !path.includes('/captures/')) return;
    if (response.ok()) arrived.push(path.split('/').pop() ?? '');
  });
  return arrived;
}

describe('a visit that is interrupted', () => {
  it('goes on behind the card after a reload, and by itself when the connection is back', async () => {
    const page = await begin(BOTH);
    const arrivals = logArrivals(page);
    await choosePictures(page, [picture]);
    await waitUntilKept(page, 1);
    const [kept] = await readKeptCaptures(page);
    expect(kept!.isKeyReadable).toBe(false);
    expect(kept!.sealed.length).toBeGreaterThan(50_000);
    expect(kept!.sealed).not.toMatch(/JFIF|Exif|image\/jpeg/);

    await page.reload();
    await isAt(page, 'RESUME');
    await press(page);
    await isAt(page, 'GUIDE');
    // In the middle of sending: the card arrives, then there is no connection any more.
    await page.route('**/captures/**/SELFIE?*', async (route) => {
      await page.context().setOffline(true);
      await route.abort('internetdisconnected');
    });
    await choosePictures(page, [picture]);
    await isAt(page, 'UPLOAD_FAILED');
    expect(await page.locator('p.offline').innerText()).not.toBe('');
    expect(arrivals).toEqual(['KTP']);

    await page.unroute('**/captures/**/SELFIE?*');
    await page.context().setOffline(false);
    await isAt(page, 'RESULT');
    expect(arrivals).toEqual(['KTP', 'SELFIE']);
    await waitUntilKept(page, 0);
    await goBackToPartner(page);
  });

  it('takes a picture without a connection, and goes on sending after a reload', async () => {
    const page = await begin(CARD_ALONE);
    const arrivals = logArrivals(page);
    await page.route('**/captures/**', () => undefined);
    // Taking pictures needs no connection.
    await page.context().setOffline(true);
    await choosePictures(page, [picture]);
    await isAt(page, 'UPLOADING');
    await page.context().setOffline(false);
    await waitUntilKept(page, 1);
    await page.unrouteAll();
    await page.reload();
    await isAt(page, 'RESULT');
    expect(arrivals).toEqual(['KTP']);
    await waitUntilKept(page, 0);
    await goBackToPartner(page);
    expect(await page.innerText('#row-result')).toBe('VALID');
  });

  it('loads a part that did not arrive when the connection is back, and stays till then', async () => {
    const page = await browser.open('phone');
    await page.route('**/CameraCapture-*.js', (route) => route.abort('internetdisconnected'));
    await page.goto(`${inject('platform').samplePartnerUrl}/sandbox/${CARD_ALONE}`);
    await page.click('#start');
    await press(page);
    await isAt(page, 'GUIDE');
    await press(page);
    await isAt(page, 'CAMERA');
    await page.locator('h1', { hasText: 'Layanan sedang terganggu' }).waitFor();
    await page.context().setOffline(true);
    await press(page);
    await page.locator('h1', { hasText: 'Tidak ada koneksi internet' }).waitFor();
    await page.unrouteAll();
    await page.context().setOffline(false);
    await isAt(page, 'WELCOME');
    await press(page);
    await choosePictures(page, [picture]);
    await isAt(page, 'RESULT');
  });

  it('says that the session is over once nothing opens it, and keeps nothing of it', async () => {
    const page = await begin(BOTH);
    await choosePictures(page, [picture]);
    await waitUntilKept(page, 1);
    await page.context().clearCookies();
    await page.route('**/coe-partner/v1/**', (route) =>
      route.fulfill({ status: 401, json: { success: false, errors: [{ code: '110' }] } }),
    );
    await choosePictures(page, [picture]);
    await isAt(page, 'SESSION_OVER');
    await waitUntilKept(page, 0);
    await page.reload();
    await isAt(page, 'OPEN_FAILED');
  });
});
