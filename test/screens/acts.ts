import type { Page } from 'playwright-core';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { press } from '../support/capture-app.js';
import { waitUntilKept } from '../support/kept-captures.js';

// What people do on the way to a screen.

/** Past the welcome and the guide. */
export async function openCamera(page: Page): Promise<void> {
  await press(page);
  await press(page);
}

export async function takeCardByFile(page: Page): Promise<void> {
  await press(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'card.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from((await drawSpecimen({ seed: 51 })).jpeg),
  });
  await page.locator('.picture img').waitFor();
}

export async function sendCard(page: Page): Promise<void> {
  await takeCardByFile(page);
  await press(page);
  await page.locator('.picture img').waitFor({ state: 'detached' });
}

/** Sends the card to a service that is away, and waits until the app gives up. */
export async function sendCardToNobody(page: Page): Promise<void> {
  await takeCardByFile(page);
  await page.clock.install();
  await press(page);
  const givenUp = page.locator('main[data-screen$=_FAILED]');
  while (!(await givenUp.isVisible())) await page.clock.runFor(2_000);
  await page.clock.resume();
}

/**
 * Opens the camera of a browser that answers with the error, or of one that has none by itself.
 *
 * @param error name of the exception, see `camera.ts`
 */
export function failCamera(error: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.evaluate((name) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name));
    }, error);
    await openCamera(page);
  };
}

/** Another app's window on Android, which shows pages and opens no camera. */
export async function pretendInAppWindow(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'mediaDevices');
    Object.defineProperty(Navigator.prototype, 'userAgent', { value: 'Android; wv) Line/13' });
  });
}

/** Http at a name of the network: browsers hide the camera there. */
export async function pretendInsecurePage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
  });
}

/** Takes the card, then opens the page anew. */
export async function reloadAfterCard(page: Page): Promise<void> {
  await sendCard(page);
  await waitUntilKept(page, 1);
  await page.reload();
}
