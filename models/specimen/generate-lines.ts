import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { parseWhole } from './generate/parse-whole.js';
import { seedOf, SPLITS, type Split } from './generate/seed-split.js';
import { drawLines } from './lines/draw-lines.js';
import { loadAreaTable } from './specimen-area.js';

/*
 * Writes lines of drawn cards for training a recogniser:
 * npm run generate:lines -- --split train --count 1000 --out DIR
 *
 * One file of greys, 32 rows of each line's width after one another, and one of JSON lines that say
 * in the same order the text, the width and the height of the capitals in the photograph.
 */
const command = new Command('generate:lines')
  .addOption(new Option('--split <split>').choices(SPLITS).makeOptionMandatory())
  .requiredOption('--count <number>', 'cards, of about 130 lines each', parseWhole)
  .requiredOption('--out <folder>', 'gets the two files')
  .option('--first <number>', 'the first card of the split', parseWhole, 0)
  .parse();
const options = command.opts<{ split: Split; count: number; out: string; first: number }>();

await mkdir(options.out, { recursive: true });
const areas = await loadAreaTable();
const name = `${options.split}-${String(options.first).padStart(6, '0')}`;
const greys = await open(join(options.out, `${name}.grey`), 'w');
const texts = await open(join(options.out, `${name}.jsonl`), 'w');
let count = 0;
for (let index = options.first; index < options.first + options.count; index += 1) {
  for (const { levels, ...line } of await drawLines(seedOf(options.split, index), areas)) {
    await greys.write(levels);
    await texts.write(`${JSON.stringify({ ...line, capPx: Math.round(line.capPx * 10) / 10 })}\n`);
    count += 1;
  }
}
await greys.close();
await texts.close();
process.stdout.write(
  `${String(count)} lines of ${String(options.count)} cards in ${options.out}\n`,
);
