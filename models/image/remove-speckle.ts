import sharp from 'sharp';
import type { RasterImage } from './raster-image.js';

/** The median of each pixel and its eight neighbours: dots and grain go, edges stay. */
export async function removeSpeckle({ data, width, height }: RasterImage): Promise<RasterImage> {
  const smooth = await sharp(data, { raw: { width, height, channels: 3 } })
    .median(3)
    .raw()
    .toBuffer();
  return { width, height, data: smooth };
}
