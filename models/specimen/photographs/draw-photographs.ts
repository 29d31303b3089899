import type { Quad } from '../../image/homography.js';
import { loadCardFont } from '../card/card-font.js';
import { drawCard } from '../card/draw-card.js';
import { varyCard } from '../generate/vary-card.js';
import { listPrintedRows } from '../lines/list-printed-rows.js';
import { inventPrintedFields } from '../person/invent-printed-fields.js';
import { renderScene } from '../scene/render-scene.js';
import type { AreaTable } from '../specimen-area.js';
import { createRandom } from '../specimen-random.js';
import { listRuns, type PrintedRun } from './list-runs.js';
import { planPhotograph } from './plan-photograph.js';

/** A photograph, where the card lies in it, and where print stands on the card. */
export interface DrawnPhotograph {
  readonly jpeg: Uint8Array;
  /** Of the card in reading orientation, pixels. */
  readonly corners: Quad;
  readonly runs: readonly PrintedRun[];
}

/** Photographs of each card of a training set: drawing it takes longer than taking one. */
const SCENES = 4;

/** Photographs of the card of a seed; everything follows from the seed. */
export async function drawPhotographs(
  seed: number,
  areas: AreaTable,
  scenes = SCENES,
): Promise<DrawnPhotograph[]> {
  const random = createRandom(seed, 'photographs');
  const fields = inventPrintedFields(seed, areas);
  const { style, backdrop } = varyCard(seed, fields);
  const card = await drawCard({ seed, fields, style, backdrop });
  const font = await loadCardFont(style.typeface);
  const runs = listPrintedRows(fields, style, font).flatMap(listRuns);
  const photographs: DrawnPhotograph[] = [];
  for (let scene = 0; scene < scenes; scene += 1) {
    const tools = { seed: seed * SCENES + scene, font, portrait: style.portrait };
    const { jpeg, corners } = await renderScene(card, planPhotograph(random), tools);
    photographs.push({ jpeg, corners, runs });
  }
  return photographs;
}
