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
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const point = applySimilarity(toSource, { x, y });
      for (let channel = 0; channel < 3; channel += 1) {
        data[(y * side + x) * 3 + channel] = sample(source, point, channel);
      }
    }
  }
  return { width: side, height: side, data };
}

/** Bilinear; 0 outside the image. */
function sample(source: RasterImage, { x, y }: Point, channel: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const below = y - top;
  const upper =
    valueAt(source, left, top, channel) * (1 - right) +
    valueAt(source, left + 1, top, channel) * right;
  const lower =
    valueAt(source, left, top + 1, channel) * (1 - right) +
    valueAt(source, left + 1, top + 1, channel) * right;
  return Math.round(upper * (1 - below) + lower * below);
}

function valueAt({ data, width, height }: RasterImage, x: number, y: number, channel: number) {
  if (x < 0 || y < 0 || x >= width || y >= height) return 0;
  return data[(y * width + x) * 3 + channel] ?? 0;
}

function boundsOf(points: readonly Point[]): Region {
  const left = Math.min(...points.map(({ x }) => x)) - 2;
  const top = Math.min(...points.map(({ y }) => y)) - 2;
  const right = Math.max(...points.map(({ x }) => x)) + 2;
  const bottom = Math.max(...points.map(({ y }) => y)) + 2;
  return { left, top, width: right - left, height: bottom - top };
}
