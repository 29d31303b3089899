import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openSceneStage, PHONE, type SceneStage } from '../screens/scene-stage.js';
import { SCENES } from '../screens/scenes.js';
import { showTheme, THEMES } from '../screens/show-theme.js';
import type {} from '../support/start-browser-platform.js';

declare global {
  interface Window {
    readonly axe: typeof Axe;
  }
}

/** WCAG 2.2, level AA, as far as a program can tell. */
const STANDARD: Axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};
/** CSS pixels that a page has to do with (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

let axe: string;
let stage: SceneStage;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  stage = await openSceneStage(inject('chromium'));
});

afterAll(() => stage.close());

/** One line for each rule that a page breaks, with what breaks it. */
async function listViolations(page: Page): Promise<string[]> {
  const results = await page.evaluate<Axe.AxeResults, Axe.RunOptions>(
    (options) => window.axe.run(document, options),
    STANDARD,
  );
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

/** How far the page reaches past the window's side. */
async function measureOverflow(page: Page): Promise<number> {
  await page.setViewportSize(NARROW);
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** What a screen reader says of the heading besides its words. */
function readDescription(page: Page): Promise<string | null> {
  return page.locator('h1').evaluate((heading) => {
    const id = heading.getAttribute('aria-describedby');
    return id === null ? null : (document.getElementById(id)?.textContent ?? '');
  });
}

/** Further looks of a screen have other words and another drawing, nothing else. */
const TESTED = SCENES.filter(
  ({ screen }, index) =>
    SCENES.filter((other) => other.screen === screen).indexOf(SCENES[index]!) < 2,
);

describe.each(TESTED)('$name', (scene) => {
  it('meets WCAG 2.2 AA, light and dark, and fits a narrow window', async () => {
    const page = await stage.play(scene, 'id');
    // Evaluated and not added to the page, whose policy allows no script but its own.
    await page.evaluate(axe);
    for (const theme of THEMES) {
      await showTheme(page, theme);
      expect(await listViolations(page)).toEqual([]);
    }
    expect(await measureOverflow(page)).toBe(0);
    await page.setViewportSize(PHONE);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    const kicker = page.locator('.kicker');
    const above = (await kicker.count()) === 0 ? null : await kicker.textContent();
    expect(await readDescription(page)).toBe(above);
    await page.context().close();
  });
});
