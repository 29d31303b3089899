import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openCamera } from '../screens/acts.js';
import { scriptService, type Script } from '../screens/scripted-service.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { writeCardClip } from '../support/card-clip.js';
import { IN_OVAL, writeFaceClip } from '../support/face-clip.js';
import { launchAddressAt } from '../support/serve-capture-app.js';

const { apiUrl } = inject('platform');

let folder: string;
/** A card comes into the outline; before a desk lies nothing. */
let withCard: BrowserVisits;
let withDesk: BrowserVisits;
/** Somebody comes to the camera from far away. */
let withPerson: BrowserVisits;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-guided-'));
  const [card, desk] = [join(folder, 'card.mjpeg'), join(folder, 'desk.mjpeg')];
  const person = join(folder, 'person.mjpeg');
  await writeCardClip(card, [
    { frames: 90, reach: 0.5 },
    { frames: 150, reach: 0.82 },
  ]);
  await writeCardClip(desk, [{ frames: 30 }]);
  await writeFaceClip(person, [
    { frames: 120, reach: IN_OVAL * 0.45 },
    { frames: 150, reach: IN_OVAL },
  ]);
  [withCard, withDesk, withPerson] = await Promise.all([
    startBrowser({ cameraClip: card }),
    startBrowser({ cameraClip: desk }),
    startBrowser({ cameraClip: person }),
  ]);
});

afterAll(async () => {
  const all = [withCard, withDesk, withPerson];
  await Promise.all(all.map((browser) => browser.close()));
  await rm(folder, { recursive: true, force: true });
  expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);
});

/** The app in front of its camera, in English. */
async function openCardCamera(browser: BrowserVisits, session: object = {}): Promise<Page> {
  const page = await browser.open('phone');
  const script: Script = { session: { userLocale: 'en_ID', ...session } };
  await scriptService(page, script);
  await page.goto(launchAddressAt(apiUrl));
  await openCamera(page);
  await page.locator('video.ready').waitFor();
  return page;
}

/** The app in front of its front camera, in English. */
async function openFaceCamera(page: Page): Promise<void> {
  await scriptService(page, {
    session: { userLocale: 'en_ID', flow: 'SELFIE_LIVENESS' },
    before: { captures: ['SELFIE'] },
  });
  await page.goto(launchAddressAt(apiUrl));
  await openCamera(page);
  await page.locator('video.ready').waitFor();
}

const say = (page: Page, words: string) =>
  page.locator('main p[role=status]', { hasText: words }).waitFor();

describe('the camera of the card', () => {
  it('tells what to do and takes the card by itself once it is good', async () => {
    const page = await openCardCamera(withCard);
    await say(page, 'Move closer to the card');
    await page.locator('main[data-screen=REVIEW] .picture img').waitFor();
  });

  it('takes nothing by itself where there is no card, and offers to press', async () => {
    const page = await openCardCamera(withDesk);
    await say(page, 'Put the whole card inside the frame');
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 4);
    expect(await page.locator('main').getAttribute('data-screen')).toBe('CAMERA');
    await page.locator('.shutter:enabled').click();
    await page.locator('main[data-screen=REVIEW] .picture img').waitFor();
  });

  it('offers no file where the partner wants none, with a camera or without', async () => {
    const page = await openCardCamera(withDesk, { allowFileUpload: false });
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await page.evaluate(() => {
      for (const video of document.querySelectorAll('video')) {
        const [track] = (video.srcObject as MediaStream).getVideoTracks();
        navigator.mediaDevices.getUserMedia = () =>
          Promise.reject(new DOMException('', 'NotFoundError'));
        track?.dispatchEvent(new Event('ended'));
      }
    });
    await page.locator('main[data-screen=CAMERA_PROBLEM]').waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
  });

  it('opens a camera that was lost again without a word', async () => {
    const page = await openCardCamera(withDesk);
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      const [track] = (video.srcObject as MediaStream).getVideoTracks();
      video.dataset.before = track?.id ?? '';
      track?.dispatchEvent(new Event('ended'));
    });
    await page.waitForFunction(() => {
      const video = document.querySelector('video');
      const [track] = (video?.srcObject as MediaStream | null)?.getVideoTracks() ?? [];
      return track !== undefined && track.id !== video?.dataset.before;
    });
    await page.locator('video.ready').waitFor();
  });
});

describe('the camera of the face', () => {
  it('asks who is far away to come closer, and takes a good picture at a press alone', async () => {
    const page = await withPerson.open('phone');
    await openFaceCamera(page);
    await say(page, 'Come a little closer');
    expect(await page.locator('.shutter').isEnabled()).toBe(true);
    await say(page, 'Good: press the button');
    await page.locator('ellipse.good').waitFor();
    expect(await page.locator('main').getAttribute('data-screen')).toBe('CAMERA');
    await page.locator('.shutter:enabled').click();
    await page.locator('main[data-screen=REVIEW] .picture img').waitFor();
  });

  it('tells the light alone where the network for faces cannot be had', async () => {
    const page = await withPerson.open('phone');
    let refused = 0;
    await page.context().route('**/face-network-*.bin', async (route) => {
      refused += 1;
      await route.abort();
    });
    await openFaceCamera(page);
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 4);
    await say(page, 'The light is good');
    expect(refused).toBe(1);
    expect(await page.locator('ellipse.good').count()).toBe(0);
    await page.locator('.shutter:enabled').click();
    await page.locator('main[data-screen=REVIEW] .picture img').waitFor();
  });
});
