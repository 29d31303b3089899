import sharp, { type Sharp } from 'sharp';
import type { RasterImage } from '../../image/raster-image.js';

export function openRaster({ data, width, height }: RasterImage): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export async function readRaster(picture: Sharp): Promise<RasterImage> {
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Draws the inside of an `<svg>` over a picture of the same size. */
export async function drawOver(image: RasterImage, drawing: string): Promise<RasterImage> {
  return await readRaster(openRaster(image).composite([{ input: openSvg(image, drawing) }]));
}

export async function drawPicture(
  size: { readonly width: number; readonly height: number },
  drawing: string,
): Promise<RasterImage> {
  return await readRaster(sharp(openSvg(size, drawing)).flatten({ background: '#fff' }));
}

function openSvg(size: { readonly width: number; readonly height: number }, drawing: string) {
  const { width, height } = size;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">${drawing}</svg>`,
  );
}
