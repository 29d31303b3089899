import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { parseWhole } from './generate/parse-whole.js';
import { seedOf, SPLITS, type Split } from './generate/seed-split.js';
import { drawPhotographs } from './photographs/draw-photographs.js';
import { loadAreaTable } from './specimen-area.js';

/*
 * Writes photographs of drawn cards for training what finds the card and the print on it:
 * npm run generate:photographs -- --split train --count 500 --out DIR
 *
 * JPEGs, and one file of JSON lines that say of each where the card's corners lie in it, pixels, and
 * where print stands on the card: left, right, middle and height of the capitals in shares of the card.
 */
const command = new Command('generate:photographs')
  .addOption(new Option('--split <split>').choices(SPLITS).makeOptionMandatory())
  .requiredOption('--count <number>', 'cards, of four photographs each', parseWhole)
  .requiredOption('--out <folder>', 'gets the pictures and the file')
  .option('--first <number>', 'the first card of the split', parseWhole, 0)
  .parse();
const options = command.opts<{ split: Split; count: number; out: string; first: number }>();

await mkdir(options.out, { recursive: true });
const areas = await loadAreaTable();
const places = await open(join(options.out, `${nameOf(options.first)}.jsonl`), 'w');
let count = 0;
for (let index = options.first; index < options.first + options.count; index += 1) {
  const photographs = await drawPhotographs(seedOf(options.split, index), areas);
  for (const [scene, { jpeg, corners, runs }] of photographs.entries()) {
    const file = `${nameOf(index)}-${String(scene)}.jpg`;
    await writeFile(join(options.out, file), jpeg);
    const entry = {
      file,
      corners: corners.map(({ x, y }) => [round(x, 1), round(y, 1)]),
      runs: runs.map((run) =>
        [run.left, run.right, run.centreY, run.capHeight].map((share) => round(share, 4)),
      ),
    };
    await places.write(`${JSON.stringify(entry)}\n`);
    count += 1;
  }
}
await places.close();
process.stdout.write(
  `${String(count)} photographs of ${String(options.count)} cards in ${options.out}\n`,
);

function nameOf(index: number): string {
  return `${options.split}-${String(index).padStart(6, '0')}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
