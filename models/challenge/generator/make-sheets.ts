import { eyeDistance, toFivePoints } from '../../face/five-points.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import type { RasterImage } from '../../image/raster-image.js';
import { fitDepth } from './depth-map.js';
import type { Sheet } from './render-sheet.js';

/** About where a head turns on the neck, in distances between the eyes. */
const NECK = { x: 0, y: 1, z: -1.4 };

/**
 * The head of a photograph as a surface that stands before the rest of it.
 *
 * @param depth how deep it is, 1 as the mean head
 */
export function makeHead(face: LocatedFace, depth = 1): Sheet {
  const frame = frameOf(face);
  const meanDepthAt = fitDepth(
    face.landmarks.map(({ x, y }) => ({
      x: (x - frame.origin.x) / frame.unit,
      y: (y - frame.origin.y) / frame.unit,
    })),
  );
  return {
    ...frame,
    depthAt: (x, y) => meanDepthAt(x, y) * depth,
    pivot: NECK,
    coverAt: (x, y) => fade(1.15 - Math.hypot(x / 1.55, (y - 0.1) / 2.2), 0.15),
  };
}

export interface PrintShape {
  /** How far the middle of the paper stands out, as one over the radius of its bend. */
  readonly bend: number;
  /** Cut along the head, as a mask is. */
  readonly isCutOut: boolean;
}

/** The whole photograph as paper, flat or bent about an upright axis. */
export function makePrint(face: LocatedFace, { bend, isCutOut }: PrintShape): Sheet {
  const frame = frameOf(face);
  const head = makeHead(face);
  return {
    ...frame,
    depthAt: (x) => (-bend * x * x) / 2,
    coverAt: isCutOut ? head.coverAt : () => 1,
    pivot: { x: 0, y: 0.6, z: 0 },
  };
}

/** A wall with a soft light, the size of a picture. */
export function drawWall({ width, height }: RasterImage): RasterImage {
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [x, y] = [(pixel % width) / width, Math.floor(pixel / width) / height];
    const edge = Math.floor(x * 5) % 2 === 0 ? 8 : 0;
    const level = 150 + 40 * x - 30 * y + edge;
    data.set([level, level * 0.96, level * 0.9], pixel * 3);
  }
  return { width, height, data };
}

function frameOf({ image, landmarks }: LocatedFace) {
  const points = toFivePoints(landmarks);
  const [left, right] = points;
  const origin = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  return { texture: image, origin, unit: eyeDistance(points) };
}

function fade(distance: number, width: number): number {
  return Math.min(Math.max(distance / width, 0), 1);
}
