import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedOf } from './generate/seed-split.js';
import {
  createSplitCommand,
  listCards,
  nameCard,
  type SplitOptions,
} from './generate/split-command.js';
import { drawPhotographs } from './photographs/draw-photographs.js';
import { loadAreaTable } from './specimen-area.js';

/*
 * Writes photographs of drawn cards for training what finds the card and the print on it:
 * npm run generate:photographs -- --split train --count 500 --out DIR
 *
 * JPEGs, and one file of JSON lines that say of each where the card's corners lie in it, pixels, and
 * where print stands on the card: left, right, middle and height of the capitals in shares of the card.
 */
const options = createSplitCommand('generate:photographs', {
  count: 'cards, of four photographs each',
  out: 'gets the pictures and the file',
})
  .parse()
  .opts<SplitOptions>();

await mkdir(options.out, { recursive: true });
const areas = await loadAreaTable();
const places = await open(
  join(options.out, `${nameCard(options.split, options.first)}.jsonl`),
  'w',
);
let count = 0;
for (const index of listCards(options)) {
  const photographs = await drawPhotographs(seedOf(options.split, index), areas);
  for (const [scene, { jpeg, corners, runs }] of photographs.entries()) {
    const file = `${nameCard(options.split, index)}-${String(scene)}.jpg`;
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

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
