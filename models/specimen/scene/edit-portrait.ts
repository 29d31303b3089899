import { mapCorners, mapCardToPicture, type Photograph } from './photograph.js';
import { CARD } from '../card/card-layout.js';
import type { Portrait, PortraitLook } from '../card/card-style.js';
import { drawPortrait, type PortraitBackdrop } from '../card/draw-portrait.js';
import { decodeImage } from '../../image/decode-image.js';
import type { Quad } from '../../image/homography.js';
import { placeSheet } from './place-card.js';
import { openRaster, readRaster } from './sharp-raster.js';

/** Another person's portrait set into the photograph itself, with a program. */
export interface EditedPortrait {
  readonly look: PortraitLook;
  readonly backdrop: PortraitBackdrop;
  /** Quality of the JPEG that it was taken from. */
  readonly jpegQuality: number;
  /** Pixels of the photograph by which it is soft of its own. */
  readonly softness: number;
}

/** Set in after light, lens and sensor have done their part, exactly where the portrait was. */
export async function editPortrait(
  { photo, corners }: Photograph,
  edited: EditedPortrait,
  place: Portrait,
): Promise<Photograph> {
  const portrait = await drawPortrait(undefined, place, edited.backdrop, edited.look);
  const file = await openRaster(await decodeImage(portrait))
    .blur(Math.max(edited.softness, 0.3))
    .jpeg({ quality: edited.jpegQuality })
    .toBuffer();
  const sheet = await readRaster(openRaster(await decodeImage(file)));
  const toPicture = mapCardToPicture(corners);
  const outline: Quad = [
    { x: place.left, y: place.top },
    { x: place.left + place.width, y: place.top },
    { x: place.left + place.width, y: place.top + place.height },
    { x: place.left, y: place.top + place.height },
  ];
  const target = mapCorners(outline, ({ x, y }) => toPicture(x / CARD.width, y / CARD.height));
  return { photo: placeSheet(sheet, photo, target), corners };
}
