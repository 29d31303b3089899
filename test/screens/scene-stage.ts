import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserArguments } from '../support/browser-arguments.js';
import { writeCardClip } from '../support/card-clip.js';
import { drawPersonClip } from '../support/draw-views.js';
import { serveCaptureApp } from '../support/serve-capture-app.js';
import type { Scene, SceneCamera } from './scene.js';
import { scriptService } from './scripted-service.js';

/** Where scenes are played: the built app behind its real headers, and browsers with their cameras. */
export interface SceneStage {
  /** Opens a page of its own and leads it to the scene's screen. */
  play(scene: Scene, locale: 'id' | 'en'): Promise<Page>;
  close(): Promise<void>;
}

/** A phone as many people have it. */
export const PHONE = { width: 390, height: 844 } as const;

/** @param executablePath of a Chromium; the capture app has to be built, see `prepareBrowser` */
export async function openSceneStage(executablePath: string): Promise<SceneStage> {
  const app = await serveCaptureApp();
  const folder = await mkdtemp(join(tmpdir(), 'kenali-screens-'));
  const browsers = new Map<SceneCamera, Promise<Browser>>();

  async function launch(camera: SceneCamera): Promise<Browser> {
    return await chromium.launch({ executablePath, args: await argumentsFor(camera, folder) });
  }

  function browserWith(camera: SceneCamera): Promise<Browser> {
    const open = browsers.get(camera) ?? launch(camera);
    browsers.set(camera, open);
    return open;
  }

  return {
    async play({ screen, camera, script, fragment, prepare, visit }, locale) {
      const browser = await browserWith(camera);
      const context = await browser.newContext({
        viewport: PHONE,
        reducedMotion: 'reduce',
        // Before a session is open the browser's own language counts.
        locale: `${locale}-ID`,
      });
      const page = await context.newPage();
      const language = { session: { ...script.session, userLocale: `${locale}_ID` } };
      await scriptService(page, { ...script, ...language });
      await prepare?.(page);
      await page.goto(app.launchAddress(fragment));
      await page.locator('h1').waitFor();
      await visit(page);
      await page.locator(`main[data-screen=${screen}]`).waitFor();
      if (screen !== 'OPENING') await waitForPieces(page);
      return page;
    },
    async close() {
      await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function argumentsFor(camera: SceneCamera, folder: string): Promise<string[]> {
  if (camera === 'NONE' || camera === 'DENIED') return browserArguments(camera);
  const clip = join(folder, `${camera}.mjpeg`);
  // Too far away: it is not taken by itself, and the app says why.
  if (camera === 'CARD') await writeCardClip(clip, [{ frames: 1, reach: 0.58 }]);
  else await writeFile(clip, await drawPersonClip());
  return browserArguments({ clip });
}

/** A screen whose piece comes later is announced before it is there. */
async function waitForPieces(page: Page): Promise<void> {
  await page.locator('main [aria-busy=true]').waitFor({ state: 'detached' });
}
