import { loadCardFont } from '../card/card-font.js';
import { UNSHOWN_TYPEFACES, type CardTypeface } from '../card/card-typeface.js';
import { drawCard } from '../card/draw-card.js';
import type { PrintedFields } from '../card/printed-fields.js';
import { drawDocument, type DocumentKind } from '../document/draw-document.js';
import type { Quad } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';
import { inventPrintedFields } from '../person/invent-printed-fields.js';
import { renderScene, type ScenePlan } from '../scene/render-scene.js';
import type { AreaTable } from '../specimen-area.js';
import { createRandom } from '../specimen-random.js';
import { varyCard } from './vary-card.js';
import { fitPaper } from './fit-paper.js';
import { planPicture, type FaultSet } from './plan-picture.js';

export interface DrawnPicture {
  readonly jpeg: Uint8Array;
  readonly condition: string;
  /** Of the card in the written picture, pixels. */
  readonly corners: Quad;
  /** As printed; `null` for what is no KTP. */
  readonly fields: PrintedFields | null;
  readonly scene: ScenePlan;
}

/** Draws the card of a seed and photographs it; everything follows from the arguments. */
export async function drawPicture(request: {
  readonly seed: number;
  readonly faults: FaultSet;
  readonly longSidePx: number;
  readonly areas: AreaTable;
  /** In a typeface that our recogniser was not shown. */
  readonly isUnshown?: boolean;
}): Promise<DrawnPicture> {
  const { seed, faults, longSidePx } = request;
  const fields = inventPrintedFields(seed, request.areas);
  const { condition, scene, document } = planPicture(seed, faults, longSidePx);
  const font = await loadCardFont();
  if (document === undefined) {
    const { style: varied, backdrop } = varyCard(seed, fields);
    const style = request.isUnshown ? { ...varied, typeface: pickUnshown(seed) } : varied;
    const card = await drawCard({ seed, fields, style, backdrop });
    const tools = { seed, font, portrait: style.portrait };
    return { condition, fields, scene, ...(await renderScene(card, scene, tools)) };
  }
  const paper = await drawPersonsPaper(seed, fields, document);
  const plan = fitPaper(scene, paper);
  return {
    condition,
    fields: null,
    scene: plan,
    ...(await renderScene(paper, plan, { seed, font })),
  };
}

function pickUnshown(seed: number): CardTypeface {
  return createRandom(seed, 'unshown').pick(UNSHOWN_TYPEFACES);
}

async function drawPersonsPaper(
  seed: number,
  fields: PrintedFields,
  kind: DocumentKind,
): Promise<RasterImage> {
  const random = createRandom(seed, 'document');
  const font = await loadCardFont(random.pick(['arimo', 'roboto', 'open-sans'] as const));
  return await drawDocument(kind, { fields, random, font });
}
