import type { FrameLocator, Page } from 'playwright-core';

/** The capture app as a page, or in a frame of the Web SDK. */
type CaptureView = Page | FrameLocator;

/** A judgement with the models on a machine with two cores, and some. */
const JUDGED_WITHIN_MS = 90_000;

/** Goes from the welcome page to the last picture, which is then checked. */
export async function takePictures(
  page: CaptureView,
  pictures: readonly Uint8Array[],
): Promise<void> {
  await press(page);
  await choosePictures(page, pictures);
}

/** Chooses files where the app would take pictures, and keeps each after a look at it. */
export async function choosePictures(
  page: CaptureView,
  pictures: readonly Uint8Array[],
): Promise<void> {
  for (const picture of pictures) {
    await page
      .locator('input[type=file]')
      .setInputFiles(
        { name: 'picture.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture) },
        { timeout: JUDGED_WITHIN_MS },
      );
    await page.locator('.picture img').waitFor();
    await press(page);
    await page.locator('.picture img').waitFor({ state: 'detached' });
  }
}

/** Takes the picture that is asked for with the browser's camera, and keeps it. */
export async function takeByCamera(page: Page): Promise<void> {
  await press(page);
  await page.locator('.shutter:enabled, .picture img').first().waitFor();
  // A person aims first, and the burst begins before the shutter.
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? Infinity) > 1);
  // The app may have been faster: a good card is taken without a press.
  await page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('.shutter')?.click();
  });
  await page.locator('.picture img').waitFor();
  await press(page);
  await page.locator('.picture img').waitFor({ state: 'detached' });
}

/** Opens the camera of a challenge that is asked for and lets its recording go to the end. */
export async function answerChallenge(page: Page): Promise<void> {
  await press(page);
  await page.locator('video.ready').waitFor();
  await press(page);
  await page.locator('.view').waitFor({ state: 'detached' });
}

/** Waits for the result page and leaves it for the partner's. */
export async function goBackToPartner(page: Page): Promise<void> {
  const { host } = new URL(page.url());
  await press(page);
  await page.waitForURL((url) => url.host !== host);
}

/** Presses the one button that leads on, as soon as there is one. */
export async function press(page: CaptureView): Promise<void> {
  await page.locator('main button.primary').click({ timeout: JUDGED_WITHIN_MS });
}
