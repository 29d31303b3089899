import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createFaceFinder } from '../face/face-finder.js';
import { decodeImage } from '../image/decode-image.js';
import { createWeightStore } from '../weights/weight-store.js';
import { seedOf } from './generate/seed-split.js';
import {
  createSplitCommand,
  listCards,
  nameCard,
  type SplitOptions,
} from './generate/split-command.js';
import { choosePeople } from './portraits/choose-people.js';
import { drawPortraitCard } from './portraits/draw-portrait-card.js';
import { groupPeople } from './portraits/group-people.js';
import { readFacePairs } from './portraits/read-face-pairs.js';
import { loadAreaTable } from './specimen-area.js';

/*
 * Prints people's photographs on drawn cards, photographs these, and lists the pairs of each card
 * with the other photographs of the split's people:
 * npm run generate:portraits -- --split tune --pairs FILE --count 100 --out DIR
 */
const options = createSplitCommand('generate:portraits', {
  count: 'cards; people and their photographs take turns',
  out: 'gets the JPEGs and pairs.csv (a is the card)',
})
  .requiredOption('--pairs <file>', 'columns a, b and same, paths relative to the file')
  .parse()
  .opts<SplitOptions & { readonly pairs: string }>();

await mkdir(options.out, { recursive: true });
const people = groupPeople(await readFacePairs(options.pairs));
const chosen = new Set(choosePeople(people, options.split));
const photographs = [...people].filter(([, person]) => chosen.has(person)).sort();
const finder = await createFaceFinder(createWeightStore());
const areas = await loadAreaTable();
const rows = ['a,b,same,condition'];
for (const index of listCards(options)) {
  const [file, person] = photographs[index % photographs.length] ?? ['', ''];
  const image = await decodeImage(await readFile(file));
  const [face] = await finder.detect(image);
  if (face === undefined) continue;
  const seed = seedOf(options.split, index);
  const { jpeg, condition } = await drawPortraitCard(image, face, { seed, areas });
  const name = `${nameCard(`${options.split}-portrait`, index)}_${condition}.jpg`;
  await writeFile(join(options.out, name), jpeg);
  for (const [other, owner] of photographs) {
    if (other === file) continue;
    const same = owner === person ? '1' : '0';
    rows.push([name, relative(options.out, other), same, condition].join(','));
  }
}
await writeFile(join(options.out, 'pairs.csv'), `${rows.join('\n')}\n`);
process.stdout.write(`${String(options.count)} cards and pairs.csv in ${options.out}\n`);
