import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { seedOf } from './generate/seed-split.js';
import {
  createSplitCommand,
  listCards,
  nameCard,
  type SplitOptions,
} from './generate/split-command.js';
import { drawLines } from './lines/draw-lines.js';
import { loadAreaTable } from './specimen-area.js';

/*
 * Writes lines of drawn cards for training a recogniser:
 * npm run generate:lines -- --split train --count 1000 --out DIR
 *
 * One file of greys, 32 rows of each line's width after one another, and one of JSON lines that say
 * in the same order the text, the width and the height of the capitals in the photograph.
 */
const options = createSplitCommand('generate:lines', {
  count: 'cards, of about 130 lines each',
  out: 'gets the two files',
})
  .parse()
  .opts<SplitOptions>();

await mkdir(options.out, { recursive: true });
const areas = await loadAreaTable();
const name = nameCard(options.split, options.first);
const greys = await open(join(options.out, `${name}.grey`), 'w');
const texts = await open(join(options.out, `${name}.jsonl`), 'w');
let count = 0;
for (const index of listCards(options)) {
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
