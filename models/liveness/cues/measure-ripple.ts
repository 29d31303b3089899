import type { RasterImage } from '../../image/raster-image.js';
import type { Region } from '../../image/region.js';
import { resizeRegion } from '../../image/resize-region.js';

const SIDE = 96;
/** Half the side of the mean that a pixel is held against. */
const REACH = 3;

/**
 * How much the colour of a face changes from place to place, against how much its light does. Skin
 * is of one colour; the stripes of a display and the dots of a print come out of a camera's mosaic
 * as coloured ripples.
 *
 * @param box see `tightFaceBox`
 */
export async function measureRipple(image: RasterImage, box: Region): Promise<number> {
  // The middle of the face: no hair, no background.
  const inner = {
    left: box.left + box.width * 0.15,
    top: box.top + box.height * 0.1,
    width: box.width * 0.7,
    height: box.height * 0.75,
  };
  const { data } = await resizeRegion(image, inner, { width: SIDE, height: SIDE });
  const planes = [
    new Float32Array(SIDE * SIDE),
    new Float32Array(SIDE * SIDE),
    new Float32Array(SIDE * SIDE),
  ] as const;
  for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
    const red = data[pixel * 3] ?? 0;
    const green = data[pixel * 3 + 1] ?? 0;
    const blue = data[pixel * 3 + 2] ?? 0;
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    planes[0][pixel] = luma;
    planes[1][pixel] = (blue - luma) * 0.564;
    planes[2][pixel] = (red - luma) * 0.713;
  }
  const [light, blues, reds] = planes.map(unevenness);
  return Math.hypot(blues ?? 0, reds ?? 0) / Math.max(light ?? 0, 1);
}

/** Deviation from the mean of the neighbourhood; of all pixels the quieter nine tenths. */
function unevenness(plane: Float32Array): number {
  const means = slideMean(slideMean(plane, 1), SIDE);
  const inner = SIDE - 2 * REACH;
  const squares = new Float32Array(inner * inner);
  for (let index = 0; index < squares.length; index += 1) {
    const at = (Math.floor(index / inner) + REACH) * SIDE + (index % inner) + REACH;
    squares[index] = ((plane[at] ?? 0) - (means[at] ?? 0)) ** 2;
  }
  const kept = squares.sort().subarray(0, Math.floor(squares.length * 0.9));
  return Math.sqrt(kept.reduce((sum, square) => sum + square, 0) / kept.length);
}

/** The mean of each pixel and its neighbours along one axis; borders are left as they are. */
function slideMean(plane: Float32Array, stride: number): Float32Array {
  const means = Float32Array.from(plane);
  for (let at = REACH * stride; at < plane.length - REACH * stride; at += 1) {
    let sum = 0;
    for (let step = -REACH; step <= REACH; step += 1) sum += plane[at + step * stride] ?? 0;
    means[at] = sum / (2 * REACH + 1);
  }
  return means;
}
