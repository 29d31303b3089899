import sharp from 'sharp';
import { loadCardFont } from './card-font.js';
import { CARD, PORTRAIT } from './card-layout.js';
import { drawCardBackground } from './draw-card-background.js';
import { drawSignature, drawSpecimenMarks, drawSpecimenWord } from './draw-card-marks.js';
import { drawCardText } from './draw-card-text.js';
import { drawPortrait } from './draw-portrait.js';
import type { SpecimenTruth } from './invent-details.js';
import type { RasterImage } from '../image/raster-image.js';
import { createRandom } from './specimen-random.js';

/**
 * The bare card, as if it were scanned.
 *
 * @throws UndecodableImageError when the portrait cannot be used
 */
export async function drawCard(card: {
  readonly seed: number;
  readonly truth: SpecimenTruth;
  readonly portrait?: Uint8Array;
}): Promise<RasterImage> {
  const random = createRandom(card.seed, 'drawing');
  const birthYear = Number(card.truth.dateOfBirth?.slice(0, 4));
  const drawText = await loadCardFont();
  const drawing = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(CARD.width)}" height="${String(CARD.height)}">`,
    drawCardBackground(random, drawText),
    drawSpecimenWord(drawText),
    drawCardText(card.truth, drawText),
    drawSpecimenMarks(drawText),
    drawSignature(random),
    '</svg>',
  ].join('');
  const portrait = await drawPortrait(card.portrait, birthYear);
  const { data, info } = await sharp(Buffer.from(drawing))
    .composite([{ input: Buffer.from(portrait), left: PORTRAIT.left, top: PORTRAIT.top }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
