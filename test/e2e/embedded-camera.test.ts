import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { drawCardClip } from '../support/draw-views.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { press } from '../support/capture-app.js';
import type {} from '../support/platform-context.js';

const shop = inject('platform').samplePartnerUrl;

let folder: string;
let browser: BrowserVisits;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-camera-'));
  const clip = join(folder, 'card.mjpeg');
  const { jpeg } = await drawSpecimen({ seed: 71, condition: 'photo' });
  await writeFile(clip, await drawCardClip(jpeg));
  browser = await startBrowser({ cameraClip: clip });
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
  expect(browser.complaints).toEqual([]);
});

describe('the camera in a frame of the Web SDK', () => {
  it('opens where the page around allows it to Kenali and itself', async () => {
    const page = await browser.open('phone');
    const answer = await page.goto(`${shop}/loan`);
    const { apiUrl } = inject('platform');
    expect(answer!.headers()['permissions-policy']).toContain(`camera=(self "${apiUrl}")`);
    await page.click('#scan');
    const frame = page.frameLocator('dialog iframe');
    await press(frame);
    await frame.locator('h1', { hasText: 'Photograph your e-KTP' }).waitFor();
    await press(frame);
    await frame.locator('video.ready').waitFor();
    const width = await frame
      .locator('video')
      .evaluate((video) => (video as HTMLVideoElement).videoWidth);
    expect(width).toBeGreaterThan(100);
  });
});
