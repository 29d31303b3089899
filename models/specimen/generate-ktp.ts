import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { parseWhole } from './generate/parse-whole.js';
import { drawPicture } from './generate/draw-picture.js';
import { FAULT_SETS, type FaultSet } from './generate/plan-picture.js';
import { seedOf, SPLITS, type Split } from './generate/seed-split.js';
import { toTruthEntry } from './generate/truth-entry.js';
import { loadAreaTable } from './specimen-area.js';

/*
 * Writes labelled pictures of drawn cards:
 * npm run generate:ktp -- --split tune --faults one --count 100 --out DIR
 */
const command = new Command('generate:ktp')
  .addOption(new Option('--split <split>').choices(SPLITS).makeOptionMandatory())
  .addOption(new Option('--faults <set>').choices(FAULT_SETS).default('one'))
  .requiredOption('--count <number>', 'pictures', parseWhole)
  .requiredOption('--out <folder>', 'gets the JPEGs and truth.json')
  .option('--first <number>', 'the first card of the split', parseWhole, 0)
  .option('--width <pixels>', 'longer side of a photograph', parseWhole, 1600)
  .parse();
const options = command.opts<{
  split: Split;
  faults: FaultSet;
  count: number;
  out: string;
  first: number;
  width: number;
}>();

await mkdir(options.out, { recursive: true });
const areas = await loadAreaTable();
const entries: unknown[] = [];
for (let index = options.first; index < options.first + options.count; index += 1) {
  const seed = seedOf(options.split, index);
  const request = { seed, faults: options.faults, longSidePx: options.width, areas };
  const picture = await drawPicture(request);
  const name = `${options.split}-${options.faults}-${String(index).padStart(6, '0')}`;
  const file = `${name}_${picture.condition}.jpg`;
  await writeFile(join(options.out, file), picture.jpeg);
  entries.push(toTruthEntry(file, seed, picture));
}
await writeFile(join(options.out, 'truth.json'), `${JSON.stringify(entries, null, 1)}\n`);
process.stdout.write(`${String(entries.length)} pictures and truth.json in ${options.out}\n`);
