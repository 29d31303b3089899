import type { Point } from '../../image/homography.js';
import { samplePyramid, type Pyramid } from './light-image.js';
import type { Surface } from './surface.js';

/** The world behind a photograph of a living person. Lengths are in pixels of the photograph. */
export interface FaceWorld {
  readonly content: Pyramid;
  readonly width: number;
  readonly height: number;
  readonly head: Head;
  /** How far the nearest point of the head has moved against what is behind it. */
  readonly parallax: { readonly x: number; readonly y: number };
}

export interface Head {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/**
 * A photograph has no depth: the head is taken for half an ellipsoid, which is what parallax needs,
 * and what it hides or bares is stretched from beside it.
 */
export function createFaceSurface(world: FaceWorld): Surface {
  const { content, width, height } = world;
  return {
    width,
    height,
    shine: (look, into) => {
      samplePyramid(content, followParallax(world, look), look.footprint, into);
      return 1;
    },
  };
}

/** Where the photograph has what is seen at a place now. */
export function followParallax(
  { head, parallax }: Pick<FaceWorld, 'head' | 'parallax'>,
  { x, y }: Point,
): Point {
  const depth = depthAt(head, x, y);
  return { x: x - parallax.x * depth, y: y - parallax.y * depth };
}

/** 1 at the tip of the nose, 0 beyond the head; the neck and shoulders come half as near. */
function depthAt({ x, y, radiusX, radiusY }: Head, atX: number, atY: number): number {
  const u = (atX - x) / radiusX;
  const v = (atY - y) / radiusY;
  const head = Math.sqrt(Math.max(1 - u * u - v * v, 0));
  const below = Math.min(Math.max((v - 0.6) * 1.5, 0), 1);
  const body = 0.45 * below * Math.max(1 - (u / 2.6) ** 2, 0);
  return Math.max(head, body);
}
