import sharp from 'sharp';
import type { RasterImage } from './raster-image.js';
import { clampRegion, type Region, type Size } from './region.js';

/**
 * Cuts a region out and scales it to exactly `size`, ignoring its aspect ratio. Shrinking averages,
 * so that fine structure does not turn into false edges.
 *
 * @param region in pixels; what lies outside the image is left out
 */
export async function resizeRegion(
  image: RasterImage,
  region: Region,
  size: Size,
): Promise<RasterImage> {
  const { left, top, width, height } = clampRegion(region, image);
  const data = await openRaster(image)
    .extract({ left, top, width, height })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  return { ...size, data };
}

/** A JPEG of the whole image, for demos and tests. */
export async function encodeJpeg(image: RasterImage, quality = 92): Promise<Uint8Array> {
  return await openRaster(image).jpeg({ quality }).toBuffer();
}

function openRaster({ data, width, height }: RasterImage) {
  return sharp(data, { raw: { width, height, channels: 3 } });
}
