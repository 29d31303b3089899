import { toGreyImage, type GreyImage } from '../image/grey-image.js';
import type { RasterImage } from '../image/raster-image.js';

/** A picture that lines are cut from, with its bytes where all threads can see them. */
export interface LinePicture extends RasterImage {
  readonly grey: GreyImage;
}

/** Bytes a pixel: red, green, blue, and grey. */
const BYTES = 4;
/** Larger pictures get memory of their own: what is kept would be held for as long as the process runs. */
const MAX_KEPT_PIXELS = 16_000_000;

/**
 * Copies pictures to where all threads can see them, one after the other into the same memory: worker
 * threads seldom collect their garbage, and hold on to the memory of every picture until they do.
 *
 * @returns the copy, which holds until the next one is made
 */
export function createImageSharer(): (image: RasterImage) => LinePicture {
  let kept = new SharedArrayBuffer(0);
  return ({ width, height, data }) => {
    const pixels = width * height;
    const size = BYTES * pixels;
    const memory = size <= kept.byteLength ? kept : new SharedArrayBuffer(size);
    if (pixels <= MAX_KEPT_PIXELS) kept = memory;
    const shared = new Uint8Array(memory, 0, 3 * pixels);
    shared.set(data);
    const levels = new Uint8Array(memory, 3 * pixels, pixels);
    const grey = toGreyImage({ width, height, data }, levels);
    return { width, height, data: shared, grey };
  };
}
