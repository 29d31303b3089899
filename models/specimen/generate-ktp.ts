import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Option } from 'commander';
import { parseWhole } from './generate/parse-whole.js';
import { drawPicture } from './generate/draw-picture.js';
import { FAULT_SETS, type FaultSet } from './generate/plan-picture.js';
import { seedOf } from './generate/seed-split.js';
import {
  createSplitCommand,
  listCards,
  nameCard,
  type SplitOptions,
} from './generate/split-command.js';
import { toTruthEntry } from './generate/truth-entry.js';
import { loadAreaTable } from './specimen-area.js';

interface KtpOptions {
  readonly faults: FaultSet;
  readonly width: number;
  readonly unshown?: boolean;
}

/*
 * Writes labelled pictures of drawn cards:
 * npm run generate:ktp -- --split tune --faults one --count 100 --out DIR
 */
const options = createSplitCommand('generate:ktp', {
  count: 'pictures',
  out: 'gets the JPEGs and truth.json',
})
  .addOption(new Option('--faults <set>').choices(FAULT_SETS).default('one'))
  .option('--unshown', 'cards in typefaces that our recogniser was not trained on')
  .option('--width <pixels>', 'longer side of a photograph', parseWhole, 1600)
  .parse()
  .opts<SplitOptions & KtpOptions>();

await mkdir(options.out, { recursive: true });
const areas = await loadAreaTable();
const entries: unknown[] = [];
for (const index of listCards(options)) {
  const seed = seedOf(options.split, index);
  const picture = await drawPicture({
    seed,
    faults: options.faults,
    longSidePx: options.width,
    areas,
    isUnshown: options.unshown ?? false,
  });
  const name = nameCard(`${options.split}-${options.faults}`, index);
  const file = `${name}_${picture.condition}.jpg`;
  await writeFile(join(options.out, file), picture.jpeg);
  entries.push(toTruthEntry(file, seed, picture));
}
await writeFile(join(options.out, 'truth.json'), `${JSON.stringify(entries, null, 1)}\n`);
process.stdout.write(`${String(entries.length)} pictures and truth.json in ${options.out}\n`);
