import sharp from 'sharp';
import type { RasterImage } from '../../image/raster-image.js';
import type { Portrait, PortraitLook } from '../card/card-style.js';
import { drawPortrait, type PortraitBackdrop } from '../card/draw-portrait.js';
import { openRaster, readRaster } from './sharp-raster.js';

/** Another person's photograph on paper, glued over the portrait. */
export interface PastedPortrait {
  readonly look: PortraitLook;
  readonly backdrop: PortraitBackdrop;
  /** Of its width to the portrait's; below 1 the portrait shows beside it. */
  readonly scale: number;
  /** Off the portrait's middle, in shares of its width. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** Degrees, clockwise. */
  readonly turn: number;
  /** Of the white paper left around it, as a share of its width; 0 where it was cut at its edge. */
  readonly border: number;
  /** Darkness of the shadow that its thickness throws, 0 to 1. */
  readonly shade: number;
  /** Pixels of the drawn card by which its print is soft. */
  readonly softness: number;
}

/** Pixels of the drawn card that the shadow reaches beyond the paper, away from the light. */
const SHADE_REACH = 5;

export async function pastePortrait(
  card: RasterImage,
  pasted: PastedPortrait,
  place: Portrait,
): Promise<RasterImage> {
  const paper = await drawPaper(pasted, place);
  const turned = await sharp(paper)
    .rotate(pasted.turn, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer({ resolveWithObject: true });
  const shadow = await sharp(turned.data)
    .ensureAlpha()
    .linear([0, 0, 0, pasted.shade], [0, 0, 0, 0])
    .blur(2.5)
    .png()
    .toBuffer();
  const left = place.left + place.width * (0.5 + pasted.shiftX) - turned.info.width / 2;
  const top = place.top + place.height / 2 + place.width * pasted.shiftY - turned.info.height / 2;
  const at = (reach: number) => ({
    left: Math.round(left) + reach,
    top: Math.round(top) + reach,
  });
  return await readRaster(
    openRaster(card).composite([
      { input: shadow, ...at(SHADE_REACH) },
      { input: turned.data, ...at(0) },
    ]),
  );
}

async function drawPaper(pasted: PastedPortrait, place: Portrait): Promise<Buffer> {
  const { scale, softness, border } = pasted;
  const size = {
    ...place,
    width: Math.round(place.width * scale),
    height: Math.round(place.height * scale),
  };
  const picture = sharp(await drawPortrait(undefined, size, pasted.backdrop, pasted.look));
  const edge = Math.round(border * size.width);
  const printed = softness > 0.3 ? picture.blur(softness) : picture;
  return await printed
    .extend({ top: edge, bottom: edge, left: edge, right: edge, background: '#fbfaf6' })
    .ensureAlpha()
    .png()
    .toBuffer();
}
