import { MAX_IMAGE_PIXELS } from '../image/decode-image.js';
import { toGreyImage, type GreyImage } from '../image/grey-image.js';
import type { RasterImage } from '../image/raster-image.js';

/** A picture that lines are cut from, with its bytes where all threads can see them. */
export interface LinePicture extends RasterImage {
  readonly grey: GreyImage;
}

/** Bytes a pixel: red, green, blue, and grey. */
const BYTES = 4;

/**
 * Copies pictures to where all threads can see them, one after the other into the same memory: worker
 * threads seldom collect their garbage, and would hold on to the memory of every picture until they do.
 * It is as large as any picture needs from the beginning, and the machine gives it page by page as they are
 * first written: as much is in use as the largest picture needed.
 *
 * @returns the copy, which holds until the next one is made
 */
export function createImageSharer(
  maxPixels = MAX_IMAGE_PIXELS,
): (image: RasterImage) => LinePicture {
  const memory = new SharedArrayBuffer(BYTES * maxPixels);
  return ({ width, height, data }) => {
    const pixels = width * height;
    const shared = new Uint8Array(memory, 0, 3 * pixels);
    shared.set(data);
    const levels = new Uint8Array(memory, 3 * pixels, pixels);
    const grey = toGreyImage({ width, height, data }, levels);
    return { width, height, data: shared, grey };
  };
}
