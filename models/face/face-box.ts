import type { Region } from '../image/region.js';

/** A detected face: its box in pixels of the image and the detector's confidence, 0 to 1. */
export interface FaceBox extends Region {
  readonly score: number;
}

/** Intersection over union of two regions, 0 to 1. */
export function overlapOf(a: Region, b: Region): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (areaOf(a) + areaOf(b) - shared);
}

export function areaOf({ width, height }: Region): number {
  return width * height;
}

/**
 * Non-maximum suppression: of boxes that overlap by more than `maxOverlap` only the most confident
 * stays. Answers the most confident first.
 */
export function suppressOverlaps<Box extends FaceBox>(
  boxes: readonly Box[],
  maxOverlap: number,
): Box[] {
  const kept: Box[] = [];
  for (const box of [...boxes].sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => overlapOf(box, other) <= maxOverlap)) kept.push(box);
  }
  return kept;
}
