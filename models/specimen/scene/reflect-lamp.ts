import type { Point } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';
import { drawOver } from './sharp-raster.js';

export interface Lamp {
  /** The middle of the reflection in pixels of the picture. */
  readonly centre: Point;
  readonly radiusX: number;
  readonly radiusY: number;
  /** Degrees. */
  readonly tilt?: number;
  /** Of the middle, up to 1 where nothing shines through. */
  readonly opacity?: number;
}

/** A lamp mirrored in the lamination. */
export async function reflectLamp(image: RasterImage, lamp: Lamp): Promise<RasterImage> {
  const { centre, radiusX, radiusY, tilt = 0, opacity = 1 } = lamp;
  return await drawOver(
    image,
    [
      '<defs><radialGradient id="lamp"><stop offset="0.35" stop-color="#fff"/>',
      '<stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>',
      `<ellipse rx="${radiusX.toFixed(1)}" ry="${radiusY.toFixed(1)}" fill="url(#lamp)" fill-opacity="${opacity.toFixed(3)}"`,
      ` transform="translate(${centre.x.toFixed(1)} ${centre.y.toFixed(1)}) rotate(${tilt.toFixed(1)})"/>`,
    ].join(''),
  );
}
