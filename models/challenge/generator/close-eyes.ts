import type { Point } from '../../face/face-landmarks.js';
import type { RasterImage } from '../../image/raster-image.js';

/** Upper lid, lower lid and corners of both eyes, and the brow above each, among the 68 points. */
const EYES = [
  { outer: 36, inner: 39, upper: [37, 38], lower: [41, 40] },
  { outer: 42, inner: 45, upper: [43, 44], lower: [47, 46] },
] as const;

/** Where the skin of lid and cheek is seen, in heights of the open eye above and below it. */
const SKIN = 0.95;
/** Thickness of the lashes in the same unit, and how dark they are. */
const LASHES = 0.22;
const LASH_SHADE = 0.45;

/**
 * The face with lids lowered by a share, 0 to 1: skin between that above and that below each
 * eye is laid over it, with lashes at its edge. Smoother than lids are.
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

/** One column of the lid, from above the lashes of the open eye to where its edge has come. */
function lowerLid({ image, closed, x, upper, lower, share }: LidColumn): void {
  const height = Math.max(lower - upper, 2);
  const [top, edge] = [upper - height * 0.75, upper + (lower + height * 0.2 - upper) * share];
  const above = meanColour(image, x, upper - height * SKIN);
  const below = meanColour(image, x, lower + height * SKIN);
  for (let y = Math.ceil(top); y <= Math.round(edge); y += 1) {
    const target = (y * image.width + x) * 3;
    if (target < 0 || y >= image.height) continue;
    const along = (y - top) / Math.max(lower + height * 0.2 - top, 1);
    const shade = edge - y < height * LASHES ? LASH_SHADE : 1;
    // At the upper end the lid runs into the skin that it comes from.
    const cover = Math.min((y - top) / Math.max(height * 0.3, 1), 1);
    for (let channel = 0; channel < 3; channel += 1) {
      const skin = (above[channel] ?? 0) * (1 - along) + (below[channel] ?? 0) * along;
      const under = image.data[target + channel] ?? 0;
      closed.data[target + channel] = Math.round(under + (skin * shade - under) * cover);
    }
  }
}

/** Of seven pixels side by side. */
function meanColour({ data, width, height }: RasterImage, x: number, y: number): number[] {
  const row = Math.min(Math.max(Math.round(y), 0), height - 1);
  return [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let dx = -3; dx <= 3; dx += 1) {
      const column = Math.min(Math.max(x + dx, 0), width - 1);
      sum += data[(row * width + column) * 3 + channel] ?? 0;
    }
    return sum / 7;
  });
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
