import type { Point } from '../../face/face-landmarks.js';
import type { RasterImage } from '../../image/raster-image.js';

/** Upper lid, lower lid and corners of both eyes, and the brow above each, among the 68 points. */
const EYES = [
  { outer: 36, inner: 39, upper: [37, 38], lower: [41, 40] },
  { outer: 42, inner: 45, upper: [43, 44], lower: [47, 46] },
] as const;

/** How far above the upper lid the skin is that a lid is made of, in heights of the open eye. */
const FOLD = 0.8;

/**
 * The face with lids lowered by a share, 0 to 1: the skin above each eye is drawn out over it, down to
 * the lashes at the lower lid, as a lid unrolls.
 */
export function closeEyes(
  image: RasterImage,
  landmarks: readonly Point[],
  share: number,
): RasterImage {
  const closed = { ...image, data: Uint8Array.from(image.data) };
  if (share <= 0) return closed;
  for (const eye of EYES) {
    const at = (index: number) => landmarks[index] ?? { x: 0, y: 0 };
    const [outer, inner] = [at(eye.outer), at(eye.inner)];
    for (let x = Math.ceil(outer.x); x <= Math.floor(inner.x); x += 1) {
      const upper = followLid([outer, ...eye.upper.map(at), inner], x);
      const lower = followLid([outer, ...eye.lower.map(at), inner], x);
      lowerLid({ image, closed, x, upper, lower, share });
    }
  }
  return closed;
}

interface LidColumn {
  readonly image: RasterImage;
  readonly closed: RasterImage;
  readonly x: number;
  readonly upper: number;
  readonly lower: number;
  readonly share: number;
}

/** One column: skin from the fold to above the lashes is drawn out, and the lashes move with its edge. */
function lowerLid({ image, closed, x, upper, lower, share }: LidColumn): void {
  const height = Math.max(lower - upper, 1);
  const fold = upper - height * FOLD;
  // The landmarks run inside the lashes, which lie about them.
  const [skinEnd, lashEnd] = [upper - height * 0.3, upper + height * 0.12];
  const sunk = (lower - upper) * 1.2 * share;
  for (let y = Math.ceil(fold); y <= Math.round(lashEnd + sunk); y += 1) {
    const stretched = fold + ((y - fold) / (skinEnd + sunk - fold)) * (skinEnd - fold);
    const from = Math.round(y <= skinEnd + sunk ? stretched : y - sunk);
    const source = from * image.width + x;
    const target = y * image.width + x;
    if (Math.min(source, target) < 0 || y >= image.height) continue;
    closed.data.set(image.data.subarray(source * 3, source * 3 + 3), target * 3);
  }
}

/** Height of a lid above a column, along its points. */
function followLid(points: readonly Point[], x: number): number {
  for (const [index, from] of points.slice(0, -1).entries()) {
    const to = points[index + 1];
    if (to && x >= from.x && x <= to.x) {
      return from.y + ((to.y - from.y) * (x - from.x)) / Math.max(to.x - from.x, 1e-6);
    }
  }
  return points[0]?.y ?? 0;
}
