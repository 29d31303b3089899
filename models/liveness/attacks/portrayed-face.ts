import { eyeDistance, toFivePoints } from '../../face/five-points.js';
import type { Point } from '../../face/face-landmarks.js';
import { clampRegion, type Region } from '../../image/region.js';
import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { Head } from './face-surface.js';
import { buildPyramid, type Pyramid } from './light-image.js';

/** A photograph of one face, ready to be shown to a camera. */
export interface PortrayedFace {
  readonly content: Pyramid;
  readonly width: number;
  readonly height: number;
  /** See `tightFaceBox`, in pixels of the photograph. */
  readonly box: Region;
}

/** The same with the 68 points of the face, in pixels of the photograph. */
export interface PortrayedHead extends PortrayedFace {
  readonly landmarks: readonly Point[];
}

/** A face's own measure: origin between the eyes, across along them, in distances between them. */
export interface FaceFrame {
  readonly origin: Point;
  /** Pixels of a distance between the eyes. */
  readonly unit: number;
  /** Radians by which the eyes' line is turned, clockwise on the picture. */
  readonly roll: number;
}

export function frameOf(landmarks: readonly Point[]): FaceFrame {
  const points = toFivePoints(landmarks);
  const [left, right] = points;
  return {
    origin: { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 },
    unit: eyeDistance(points),
    roll: Math.atan2(right.y - left.y, right.x - left.x),
  };
}

export function toFrame({ origin, unit, roll }: FaceFrame, { x, y }: Point): Point {
  const [cos, sin] = [Math.cos(roll) / unit, Math.sin(roll) / unit];
  const [dx, dy] = [x - origin.x, y - origin.y];
  return { x: dx * cos + dy * sin, y: dy * cos - dx * sin };
}

export function toPhotograph({ origin, unit, roll }: FaceFrame, { x, y }: Point): Point {
  const [cos, sin] = [Math.cos(roll) * unit, Math.sin(roll) * unit];
  return { x: origin.x + x * cos - y * sin, y: origin.y + x * sin + y * cos };
}

/** The head around a tight face box: hair above, ears beside. */
export function headAround({ left, top, width, height }: Region): Head {
  return {
    x: left + width / 2,
    y: top + height * 0.42,
    radiusX: width * 0.72,
    radiusY: height * 0.78,
  };
}

/** What somebody cuts out of a photograph to print or show it: the face with some of what is around. */
export function cropPortrait(portrayed: PortrayedFace, random: SpecimenRandom): PortrayedFace {
  const { box, content } = portrayed;
  const [sharpest] = content;
  if (sharpest === undefined) return portrayed;
  const [left, right] = [random.between(0.25, 1.2), random.between(0.25, 1.2)];
  const [above, below] = [random.between(0.45, 1), random.between(0.3, 1.4)];
  const region = clampRegion(
    {
      left: box.left - left * box.width,
      top: box.top - above * box.height,
      width: box.width * (1 + left + right),
      height: box.height * (1 + above + below),
    },
    sharpest,
  );
  const data = new Float32Array(region.width * region.height * 3);
  for (let row = 0; row < region.height; row += 1) {
    const from = ((region.top + row) * sharpest.width + region.left) * 3;
    data.set(sharpest.data.subarray(from, from + region.width * 3), row * region.width * 3);
  }
  const { width, height } = region;
  return {
    content: buildPyramid({ width, height, data }),
    width,
    height,
    box: { ...box, left: box.left - region.left, top: box.top - region.top },
  };
}
