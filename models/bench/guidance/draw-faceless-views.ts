import type { RasterImage } from '../../image/raster-image.js';
import { decodeImage } from '../../image/decode-image.js';
import { loadCardFont } from '../../specimen/card/card-font.js';
import { drawSpecimen } from '../../specimen/draw-specimen.js';
import { BACKDROP_KINDS, drawBackdrop } from '../../specimen/scene/draw-backdrop.js';
import { createRandom } from '../../specimen/specimen-random.js';
import { VIEW_SIZE } from './draw-selfie-view.js';

/** Views of the front camera in which nobody is. */
export interface FacelessView {
  readonly name: string;
  readonly view: RasterImage;
}

const NO_CARD = { x: 0, y: 0 } as const;

/** Every backdrop once, and a card on a desk: its portrait is drawn. */
export async function drawFacelessViews(seed: number): Promise<FacelessView[]> {
  const tools = { random: createRandom(seed, 'faceless'), font: await loadCardFont() };
  const corners = [NO_CARD, NO_CARD, NO_CARD, NO_CARD] as const;
  const views: FacelessView[] = [];
  for (const kind of BACKDROP_KINDS) {
    const view = await drawBackdrop({ kind, frame: VIEW_SIZE, corners }, tools);
    views.push({ name: 'nobody', view });
  }
  const { jpeg } = await drawSpecimen({ seed, condition: 'photo' });
  return [...views, { name: 'a drawn card', view: await decodeImage(jpeg) }];
}
