import { loadCardFont } from '../card/card-font.js';
import { TRAINING_TYPEFACES } from '../card/card-typeface.js';
import { drawCard } from '../card/draw-card.js';
import { decodeImage } from '../../image/decode-image.js';
import { toGreyImage } from '../../image/grey-image.js';
import { varyCard } from '../generate/vary-card.js';
import { inventPrintedFields } from '../person/invent-printed-fields.js';
import { renderScene } from '../scene/render-scene.js';
import type { TrainingLine } from '../../text/training/write-lines.js';
import type { AreaTable } from '../specimen-area.js';
import { createRandom } from '../specimen-random.js';
import { chooseRuns } from './choose-runs.js';
import { cutRun } from './cut-run.js';
import { listPrintedRows } from './list-printed-rows.js';
import { planLineScene } from './plan-line-scene.js';
import { scrambleFields } from './scramble-fields.js';

/** Photographs of each card: drawing it takes longer than taking one. */
const SCENES = 6;
const SCRAMBLED_SHARE = 0.3;

/** Lines of the card of a seed from several photographs; everything follows from the seed. */
export async function drawLines(seed: number, areas: AreaTable): Promise<TrainingLine[]> {
  const random = createRandom(seed, 'lines');
  const invented = inventPrintedFields(seed, areas);
  const fields = random.isLucky(SCRAMBLED_SHARE) ? scrambleFields(invented, random) : invented;
  const { style: varied, backdrop } = varyCard(seed, invented);
  const style = { ...varied, typeface: random.pick(TRAINING_TYPEFACES) };
  const card = await drawCard({ seed, fields, style, backdrop });
  const font = await loadCardFont(style.typeface);
  const rows = listPrintedRows(fields, style, font);
  const lines: TrainingLine[] = [];
  for (let scene = 0; scene < SCENES; scene += 1) {
    const tools = { seed: seed * SCENES + scene, font };
    const { jpeg, corners } = await renderScene(card, planLineScene(random), tools);
    const photograph = { grey: toGreyImage(await decodeImage(jpeg)), corners };
    for (const run of rows.flatMap((row) => chooseRuns(row, random, font))) {
      lines.push({ text: run.text, ...cutRun(photograph, run, random) });
    }
  }
  return lines;
}
