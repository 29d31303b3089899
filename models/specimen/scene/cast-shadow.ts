import type { RasterImage } from '../../image/raster-image.js';
import { drawOver } from './sharp-raster.js';

export interface CastShadow {
  /** Where the shadow's edge crosses, in shares of the picture. */
  readonly x: number;
  readonly y: number;
  /** Degrees, clockwise, from the right: the dark side. */
  readonly degrees: number;
  readonly darkness: number;
  /** Width of the soft edge as a share of the picture's width. */
  readonly softness: number;
}

/** The shadow of the one who holds the phone: one side of a soft straight edge. */
export async function castShadow(image: RasterImage, shadow: CastShadow): Promise<RasterImage> {
  const { width, height } = image;
  const reach = width + height;
  const edge = Math.max(2, shadow.softness * width);
  const place = `translate(${(shadow.x * width).toFixed(0)} ${(shadow.y * height).toFixed(0)}) rotate(${shadow.degrees.toFixed(1)})`;
  return await drawOver(
    image,
    [
      `<defs><linearGradient id="edge" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="${edge.toFixed(0)}" y2="0">`,
      '<stop offset="0" stop-opacity="0"/><stop offset="1" stop-opacity="1"/></linearGradient></defs>',
      `<rect transform="${place}" x="0" y="${String(-reach)}" width="${String(reach)}" height="${String(2 * reach)}" fill="url(#edge)" fill-opacity="${shadow.darkness.toFixed(3)}"/>`,
    ].join(''),
  );
}
