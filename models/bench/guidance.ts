import { parseArgs } from 'node:util';
import { decodeImage } from '../image/decode-image.js';
import { loadCardFont } from '../specimen/card/card-font.js';
import { drawCard } from '../specimen/card/draw-card.js';
import { seedOf } from '../specimen/generate/seed-split.js';
import { varyCard } from '../specimen/generate/vary-card.js';
import { inventPrintedFields } from '../specimen/person/invent-printed-fields.js';
import { renderScene } from '../specimen/scene/render-scene.js';
import { loadAreaTable } from '../specimen/specimen-area.js';
import { createRandom } from '../specimen/specimen-random.js';
import { lookAtPhotograph } from './guidance/look-at-photograph.js';
import { planGuidedScenes } from './guidance/plan-guided-scenes.js';
import { createHintTally } from './guidance/tally-hints.js';

/*
 * What the capture app's guidance says of single frames: a drawn card well in the outline, and the same
 * with one thing wrong: npm run bench:guidance -- [--split test] [--cards 40] [--first 0]
 *
 * Limits are chosen on `tune`; `test` is looked at once they stand.
 */
const { values: options } = parseArgs({
  options: {
    split: { type: 'string', default: 'test' },
    cards: { type: 'string', default: '40' },
    first: { type: 'string', default: '0' },
  },
});
const split = options.split === 'tune' ? 'tune' : 'test';
const [cards, first] = [Number(options.cards), Number(options.first)];
if (!(cards >= 1) || !(first >= 0)) {
  console.error('Usage: [--split tune|test] [--cards 40] [--first 0]');
  process.exit(2);
}

const tally = createHintTally();
const areas = await loadAreaTable();
for (let index = first; index < first + cards; index += 1) await judgeCard(seedOf(split, index));

console.log(`${String(cards)} cards of ${split}, single frames`);
tally.print();

/** All scenes of one card. */
async function judgeCard(seed: number): Promise<void> {
  const random = createRandom(seed, 'guidance');
  const fields = inventPrintedFields(seed, areas);
  const { style, backdrop } = varyCard(seed, fields);
  const card = await drawCard({ seed, fields, style, backdrop });
  const font = await loadCardFont(style.typeface);
  for (const { name, plan, expected } of planGuidedScenes(random)) {
    const { jpeg } = await renderScene(card, plan, { seed, font, portrait: style.portrait });
    tally.add(name, lookAtPhotograph(await decodeImage(jpeg)).fault, expected);
  }
}
