import sharp from 'sharp';
import type { RasterImage } from '../image/raster-image.js';
import { loadCardFont } from '../specimen/card/card-font.js';
import { drawOverlay } from './draw-overlay.js';
import { PALETTE } from './palette.js';
import { findReadingDirection, viewPicture } from './picture-view.js';
import type { ShownReading } from './shown-reading.js';

/**
 * Draws what was seen over the picture, turned so that the card stands upright, and what was
 * concluded beside it. The result holds the card's personal data.
 *
 * @param image the picture that was read
 * @returns PNG
 */
export async function annotateReading(
  { data, width, height }: RasterImage,
  reading: ShownReading,
): Promise<Uint8Array> {
  const direction = findReadingDirection(reading.lines.map(({ box }) => box));
  const view = viewPicture({ width, height }, direction);
  const overlay = drawOverlay(reading, view, await loadCardFont());
  const picture = await sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(view.quarterTurns * 90)
    .resize(view.width, view.height, { fit: 'fill' })
    .raw()
    .toBuffer();
  const raw = { width: view.width, height: view.height, channels: 3 } as const;
  return await sharp({
    create: {
      width: overlay.width,
      height: overlay.height,
      channels: 3,
      background: PALETTE.paper,
    },
  })
    .composite([{ input: picture, raw, left: 0, top: 0 }, { input: Buffer.from(overlay.svg) }])
    .png()
    .toBuffer();
}
