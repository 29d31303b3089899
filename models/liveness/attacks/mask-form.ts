import type { Point } from '../../face/face-landmarks.js';
import { fitDepth } from '../../challenge/generator/depth-map.js';
import { frameOf, toFrame, type FaceFrame } from './portrayed-face.js';

/** How a mask stands on a head. Lengths are distances between the eyes, see `FaceFrame`. */
export interface MaskForm {
  /** How far a place on the mask stands towards the camera, 0 where the eyes are. */
  readonly depthAt: (x: number, y: number) => number;
  /** Which place of the flat picture has come to lie there; `null` beyond the mask's bend. */
  readonly pictureAt: (x: number, y: number) => Point | null;
}

/** How far around its bend paper is followed, in radii: what lies beyond is seen edge on. */
const BEND_REACH = 0.88;
/** It rests on the nose, so that its middle stands before the eyes. */
const ON_THE_NOSE = 0.35;

/** Paper lies around the head as around a post: it bends one way and does not stretch. */
export function bendPaper(radius: number): MaskForm {
  const reach = radius * BEND_REACH;
  return {
    depthAt: (x) =>
      Math.sqrt(radius * radius - Math.min(x * x, reach * reach)) - radius + ON_THE_NOSE,
    pictureAt: (x, y) => (Math.abs(x) < reach ? { x: radius * Math.asin(x / radius), y } : null),
  };
}

/** Reach and step of the grid of a shell's depth. */
const GRID = { left: -1.7, top: -1.7, columns: 86, rows: 101, step: 0.04 } as const;

/** A shell with the relief of the face that it shows: the picture lies where it was photographed. */
export function mouldShell(
  landmarks: readonly Point[],
  frame: FaceFrame = frameOf(landmarks),
): MaskForm {
  const depthOf = fitDepth(landmarks.map((point) => toFrame(frame, point)));
  const { left, top, columns, rows, step } = GRID;
  const grid = Float32Array.from({ length: columns * rows }, (_, at) =>
    depthOf(left + (at % columns) * step, top + Math.floor(at / columns) * step),
  );
  const level = (depthOf(-0.5, 0) + depthOf(0.5, 0)) / 2;
  return {
    depthAt: (x, y) => readGrid(grid, (x - left) / step, (y - top) / step) - level,
    pictureAt: (x, y) => ({ x, y }),
  };
}

function readGrid(grid: Float32Array, x: number, y: number): number {
  const { columns, rows } = GRID;
  const column = Math.min(Math.max(Math.floor(x), 0), columns - 2);
  const row = Math.min(Math.max(Math.floor(y), 0), rows - 2);
  const [fx, fy] = [clampShare(x - column), clampShare(y - row)];
  const at = row * columns + column;
  const upper = (grid[at] ?? 0) * (1 - fx) + (grid[at + 1] ?? 0) * fx;
  const lower = (grid[at + columns] ?? 0) * (1 - fx) + (grid[at + columns + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}

function clampShare(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
