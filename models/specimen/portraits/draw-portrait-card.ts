import { inventPrintedFields } from '../person/invent-printed-fields.js';
import type { RasterImage } from '../../image/raster-image.js';
import type { Region } from '../../image/region.js';
import { loadCardFont } from '../card/card-font.js';
import { drawCard } from '../card/draw-card.js';
import { planManyFaults } from '../generate/plan-many-faults.js';
import { planOneFault, type OneFault } from '../generate/plan-one-fault.js';
import { varyCard } from '../generate/vary-card.js';
import { renderScene, type ScenePlan } from '../scene/render-scene.js';
import type { AreaTable } from '../specimen-area.js';
import { createRandom, type SpecimenRandom } from '../specimen-random.js';
import { planPortraitPrint } from './plan-portrait-print.js';
import { printPortrait } from './print-portrait.js';

/** What is photographed of a card with somebody's portrait. */
export interface PortraitCard {
  readonly jpeg: Uint8Array;
  readonly condition: string;
}

/** Longer side of the photograph. */
const LONG_SIDE_PX = 1600;

/** Faults that leave the portrait to be seen; the reader asks for others again anyway. */
const CONDITIONS: readonly (OneFault | 'several')[] = [
  'none',
  'several',
  'tilt',
  'jpeg',
  'low-resolution',
  'several',
  'blur',
  'motion',
  'faded',
  'perspective',
  'dark',
  'several',
  'overexposed',
  'noise',
  'far',
  'shadow',
  'several',
  'colour-cast',
  'worn',
  'shine',
  'busy-background',
];

/** The mark stands beside the portrait, not on it: print across the face is another matter. */
const MARKS = { inCorners: true, atFoot: true, onPortrait: false, wordOpacity: 0.05 };

/**
 * Prints somebody's photograph on the drawn card of a seed and photographs it. The details are
 * invented; everything but the face follows from the seed.
 *
 * @param face the detector's box in pixels of the photograph
 */
export async function drawPortraitCard(
  photograph: RasterImage,
  face: Region,
  { seed, areas }: { readonly seed: number; readonly areas: AreaTable },
): Promise<PortraitCard> {
  const random = createRandom(seed, 'portrait');
  const fields = inventPrintedFields(seed, areas);
  const { style: varied, backdrop } = varyCard(seed, fields);
  const style = { ...varied, marks: MARKS };
  const print = planPortraitPrint(random);
  const portrait = await printPortrait(photograph, face, { print, random });
  const card = await drawCard({ seed, fields, style, backdrop, portrait });
  const condition = random.pick(CONDITIONS);
  const font = await loadCardFont();
  const tools = { seed, font, portrait: style.portrait };
  const { jpeg } = await renderScene(card, planScene(condition, random), tools);
  return { jpeg, condition };
}

function planScene(condition: OneFault | 'several', random: SpecimenRandom): ScenePlan {
  return condition === 'several'
    ? planManyFaults(random, LONG_SIDE_PX)
    : planOneFault(condition, random, LONG_SIDE_PX);
}
