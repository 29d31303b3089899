import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFaceFinder } from '../face/face-finder.js';
import { parseWhole } from '../specimen/generate/parse-whole.js';
import { seedOf } from '../specimen/generate/seed-split.js';
import {
  createSplitCommand,
  listCards,
  nameCard,
  type SplitOptions,
} from '../specimen/generate/split-command.js';
import { createRandom } from '../specimen/specimen-random.js';
import { createWeightStore } from '../weights/weight-store.js';
import { ATTACK_KINDS } from './attacks/attack-kind.js';
import { chooseStranger } from './attacks/choose-stranger.js';
import { drawAttack } from './attacks/draw-attack.js';
import { readPortraits } from './attacks/read-portraits.js';

/*
 * Shows photographs of faces to a simulated phone camera, as living people and as copies of them:
 * npm run generate:attacks -- --split tune --count 100 --faces DIR --out DIR
 *
 * JPEGs, labels.csv (file, label, attack, frames, person), and masks.csv (file, wearer, shown), which says
 * whose photographs a worn mask and its wearer are made of. Every seed is drawn as all kinds with the same
 * camera and the same place of the face, so that only the copy tells them apart.
 */
const options = createSplitCommand('generate:attacks', {
  count: 'scenes, each as every kind',
  out: 'gets the JPEGs and labels.csv',
})
  .requiredOption('--faces <folder>', 'photographs of one face each; pairs.csv says who is who')
  .option('--frames <number>', 'pictures of a burst besides the still', parseWhole, 0)
  .parse()
  .opts<SplitOptions & { readonly faces: string; readonly frames: number }>();

await mkdir(options.out, { recursive: true });
const finder = await createFaceFinder(createWeightStore());
const portraits = await readPortraits(options.faces, options.split, finder);
const rows = ['file,label,attack,frames,person'];
const masks = ['file,wearer,shown'];
for (const index of listCards(options)) {
  const seed = seedOf(options.split, index);
  const portrayed = createRandom(seed, 'person').pick(portraits);
  const stranger = chooseStranger(portrayed, portraits, createRandom(seed, 'stranger'));
  for (const kind of ATTACK_KINDS) {
    const request = { kind, portrayed, stranger, seed, frames: options.frames };
    const { still, frames } = await drawAttack(request);
    const name = `${nameCard(options.split, index)}_${kind}`;
    if (kind === 'worn-mask') masks.push([`${name}.jpg`, portrayed.file, stranger.file].join(','));
    await writeFile(join(options.out, `${name}.jpg`), still);
    const files = frames.map((_, frame) => `${name}_${String(frame)}.jpg`);
    for (const [frame, { jpeg }] of frames.entries()) {
      await writeFile(join(options.out, files[frame] ?? ''), jpeg);
    }
    const label = kind === 'live' ? 'live' : 'spoof';
    const attack = kind === 'live' ? '' : kind;
    rows.push([`${name}.jpg`, label, attack, files.join(' '), portrayed.person].join(','));
  }
}
await writeFile(join(options.out, 'labels.csv'), `${rows.join('\n')}\n`);
await writeFile(join(options.out, 'masks.csv'), `${masks.join('\n')}\n`);
process.stdout.write(
  `${String(rows.length - 1)} captures of ${String(portraits.length)} photographs in ${options.out}\n`,
);
