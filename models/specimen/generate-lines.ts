import { writeLines } from '../text/training/write-lines.js';
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
 */
const options = createSplitCommand('generate:lines', {
  count: 'cards, of about 130 lines each',
  out: 'gets the two files',
})
  .parse()
  .opts<SplitOptions>();

const areas = await loadAreaTable();

async function* drawCards() {
  for (const index of listCards(options))
    yield await drawLines(seedOf(options.split, index), areas);
}

const name = nameCard(options.split, options.first);
const count = await writeLines(options.out, name, drawCards());
process.stdout.write(
  `${String(count)} lines of ${String(options.count)} cards in ${options.out}\n`,
);
