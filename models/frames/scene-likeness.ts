import type { GreyImage } from '../image/grey-image.js';
import { toGreyImage } from '../image/grey-image.js';
import type { RasterImage } from '../image/raster-image.js';
import type { Region, Size } from '../image/region.js';
import { resizeRegion } from '../image/resize-region.js';

const SIDE = 24;
/** A sixth of the picture each way: what a hand and a head move in a third of a second. */
const REACH = 4;

/** The scene that a picture shows, coarse enough that neither sharpness nor resolution matter. */
export type SceneView = GreyImage;

/** The picture's largest square from its centre: a still may have other proportions than a video. */
export async function viewScene(image: RasterImage): Promise<SceneView> {
  const square = centreSquare(image);
  return toGreyImage(await resizeRegion(image, square, { width: SIDE, height: SIDE }));
}

/**
 * How alike two scenes are, −1 to 1: the highest correlation over small shifts. Light and contrast
 * do not matter.
 */
export function compareScenes(a: SceneView, b: SceneView): number {
  let best = -1;
  for (let down = -REACH; down <= REACH; down += 1) {
    for (let across = -REACH; across <= REACH; across += 1) {
      best = Math.max(best, correlate(a, b, across, down));
    }
  }
  return best;
}

function correlate(a: SceneView, b: SceneView, across: number, down: number): number {
  let [count, sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0, 0];
  for (let y = Math.max(0, -down); y < Math.min(SIDE, SIDE - down); y += 1) {
    for (let x = Math.max(0, -across); x < Math.min(SIDE, SIDE - across); x += 1) {
      const left = a.levels[y * SIDE + x] ?? 0;
      const right = b.levels[(y + down) * SIDE + x + across] ?? 0;
      count += 1;
      sumA += left;
      sumB += right;
      squareA += left * left;
      squareB += right * right;
      product += left * right;
    }
  }
  const spread = (squareA - sumA ** 2 / count) * (squareB - sumB ** 2 / count);
  return spread <= 0 ? 0 : (product - (sumA * sumB) / count) / Math.sqrt(spread);
}

function centreSquare({ width, height }: Size): Region {
  const side = Math.min(width, height);
  return { left: (width - side) / 2, top: (height - side) / 2, width: side, height: side };
}
