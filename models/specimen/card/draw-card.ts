import sharp from 'sharp';
import type { RasterImage } from '../../image/raster-image.js';
import { createRandom } from '../specimen-random.js';
import { loadCardFont } from './card-font.js';
import { CARD } from './card-layout.js';
import type { CardStyle } from './card-style.js';
import { drawCardBackground } from './draw-card-background.js';
import { drawSignature, drawSpecimenMarks, drawSpecimenWord } from './draw-card-marks.js';
import { drawCardText } from './draw-card-text.js';
import { drawPortrait, type PortraitBackdrop } from './draw-portrait.js';
import type { PrintedFields } from './printed-fields.js';

/**
 * The bare card, as if it were scanned.
 *
 * @throws UndecodableImageError when the portrait cannot be used
 */
export async function drawCard(card: {
  readonly seed: number;
  readonly fields: PrintedFields;
  readonly style: CardStyle;
  readonly backdrop: PortraitBackdrop;
  readonly portrait?: Uint8Array;
}): Promise<RasterImage> {
  const { fields, style } = card;
  const random = createRandom(card.seed, 'drawing');
  const font = await loadCardFont(style.typeface);
  const drawing = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(CARD.width)}" height="${String(CARD.height)}">`,
    drawCardBackground(style.palette, random, font.drawText),
    drawSpecimenWord(style, font.drawText),
    drawCardText(fields, { style, font }),
    '</svg>',
  ].join('');
  const above = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(CARD.width)}" height="${String(CARD.height)}">`,
    drawSpecimenMarks(style, font.drawText),
    drawSignature(style, random),
    '</svg>',
  ].join('');
  const { left, top } = style.portrait;
  const portrait = await drawPortrait(
    card.portrait,
    style.portrait,
    card.backdrop,
    style.portraitLook,
  );
  const { data, info } = await sharp(Buffer.from(drawing))
    .composite([
      { input: Buffer.from(portrait), left, top },
      { input: Buffer.from(above), left: 0, top: 0 },
    ])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
