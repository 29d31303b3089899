import { toGreyImage, type GreyImage } from '../image/grey-image.js';
import type { RasterImage } from '../image/raster-image.js';

/** A picture that lines are cut from, with its bytes where all threads can see them. */
export interface LinePicture extends RasterImage {
  readonly grey: GreyImage;
}

export function shareImage({ width, height, data }: RasterImage): LinePicture {
  const shared = new Uint8Array(new SharedArrayBuffer(data.length));
  shared.set(data);
  const levels = new Uint8Array(new SharedArrayBuffer(width * height));
  return {
    width,
    height,
    data: shared,
    grey: toGreyImage({ width, height, data }, levels),
  };
}
