import { copyPixelOf } from '../image/copy-pixel.js';
import type { RasterImage } from '../image/raster-image.js';
import { clampRegion, type Region } from '../image/region.js';
import { resizeRegion } from '../image/resize-region.js';
import type { FivePoints } from './five-points.js';
import type { Point } from './face-landmarks.js';
import {
  applySimilarity,
  fitSimilarity,
  invertSimilarity,
  scaleOf,
  type Similarity,
} from './similarity.js';

/** How an embedding network was trained to see a face. */
export interface FaceAlignment {
  /** Of the square picture, in pixels. */
  readonly side: number;
  /** Where the five points lie in it. */
  readonly points: FivePoints;
}

/**
 * The face turned, scaled and shifted so that its five points lie where the embedding network was
 * trained to see them; black where the image ends.
 */
export async function alignFace(
  image: RasterImage,
  points: FivePoints,
  alignment: FaceAlignment,
): Promise<RasterImage> {
  const { side } = alignment;
  const toImage = invertSimilarity(fitSimilarity(points, alignment.points));
  const corners = [
    { x: 0, y: 0 },
    { x: side, y: 0 },
    { x: 0, y: side },
    { x: side, y: side },
  ].map((corner) => applySimilarity(toImage, corner));
  const around = clampRegion(boundsOf(corners), image);
  // Sampling single pixels of a large face would alias: shrink it first to about its final size.
  const shrink = Math.min(1, 1 / scaleOf(toImage));
  if (shrink === 1) return warp(image, toImage, side);
  const source = await resizeRegion(image, around, {
    width: Math.max(1, Math.round(around.width * shrink)),
    height: Math.max(1, Math.round(around.height * shrink)),
  });
  const local = points.map(({ x, y }) => ({
    x: ((x - around.left) * source.width) / around.width,
    y: ((y - around.top) * source.height) / around.height,
  }));
  return warp(source, invertSimilarity(fitSimilarity(local, alignment.points)), side);
}

function warp(source: RasterImage, toSource: Similarity, side: number): RasterImage {
  const data = new Uint8Array(side * side * 3);
  const { a, b, tx, ty } = toSource;
  const { width, height } = source;
  const at = { x: 0, y: 0 };
  const copy = copyPixelOf(source);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      at.x = a * x - b * y + tx;
      at.y = b * x + a * y + ty;
      const isInside = at.x > -1 && at.y > -1 && at.x < width && at.y < height;
      if (isInside) copy(at, data, (y * side + x) * 3);
    }
  }
  return { width: side, height: side, data };
}

function boundsOf(points: readonly Point[]): Region {
  const left = Math.min(...points.map(({ x }) => x)) - 2;
  const top = Math.min(...points.map(({ y }) => y)) - 2;
  const right = Math.max(...points.map(({ x }) => x)) + 2;
  const bottom = Math.max(...points.map(({ y }) => y)) + 2;
  return { left, top, width: right - left, height: bottom - top };
}
