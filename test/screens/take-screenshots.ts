import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { prepareBrowser } from '../support/prepare-browser.js';
import { composeSheet } from './compose-sheet.js';
import { openSceneStage, PHONE } from './scene-stage.js';
import { SCENES } from './scenes.js';
import { showTheme, THEMES } from './show-theme.js';

/**
 * `npm run screenshots`: every screen of the capture app, on a phone and on a desktop, light and dark,
 * as `<scene>.<device>.<theme>.png`, and one sheet of each kind to look over. `--out DIR` (build/screens),
 * `--locale en`, `--only TEXT` for scenes whose name has it.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'build/screens' },
    locale: { type: 'string', default: 'id' },
    only: { type: 'string', default: '' },
  },
});

const DEVICES = { phone: PHONE, desk: { width: 1280, height: 800 } } as const;

interface Shot {
  /** Which sheet it goes on. */
  readonly kind: string;
  readonly name: string;
  readonly png: Buffer;
}

const locale = values.locale === 'en' ? 'en' : 'id';
const out = resolve(values.out);
const scenes = SCENES.filter(({ name }) => name.includes(values.only));
if (scenes.length === 0) throw new Error(`No scene has "${values.only}" in its name.`);

const stage = await openSceneStage(await prepareBrowser());
const shots: Shot[] = [];
try {
  for (const scene of scenes) {
    const page = await stage.play(scene, locale);
    shots.push(...(await shoot(page, scene.name)));
    await page.context().close();
  }
} finally {
  await stage.close();
}
await write(shots);
console.log(`${String(scenes.length)} scenes, ${String(shots.length)} pictures in ${out}`);

async function shoot(page: Page, name: string): Promise<Shot[]> {
  const taken: Shot[] = [];
  for (const [device, size] of Object.entries(DEVICES)) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      await showTheme(page, theme);
      taken.push({ kind: `${device}.${theme}`, name, png: await page.screenshot() });
    }
  }
  return taken;
}

async function write(all: readonly Shot[]): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const { name, kind, png } of all) await writeFile(join(out, `${name}.${kind}.png`), png);
  for (const kind of new Set(all.map((shot) => shot.kind))) {
    const pictures = all.filter((shot) => shot.kind === kind);
    await writeFile(join(out, `sheet.${kind}.png`), await composeSheet(pictures));
  }
}
