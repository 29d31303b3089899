import type { Point } from '../../face/face-landmarks.js';
import type { RasterImage } from '../../image/raster-image.js';
import type { HeadPoint } from '../head-shape.js';
import { projectPoint, unprojectPoint, type SheetPose } from './sheet-pose.js';

/** A photograph on a surface with a shape: a head, or the paper of a print. */
export interface Sheet {
  readonly texture: RasterImage;
  /** Pixel between the eyes, and pixels from eye to eye. */
  readonly origin: Point;
  readonly unit: number;
  /** Depth at a place in units; see `fitDepth`. */
  readonly depthAt: (x: number, y: number) => number;
  /** 0 where the sheet is not, up to 1 where nothing shows through. */
  readonly coverAt: (x: number, y: number) => number;
  /** What it turns about. */
  readonly pivot: HeadPoint;
}

const CELLS = 56;

interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly u: number;
  readonly v: number;
  readonly cover: number;
}

/** A place of the sheet that is drawn, whatever its pose. */
interface Knot {
  readonly point: HeadPoint;
  readonly u: number;
  readonly v: number;
  readonly cover: number;
}

/** A sheet of which the shape is worked out, to be drawn in many poses. */
export interface LaidSheet extends Sheet {
  readonly knots: readonly Knot[];
}

/** Draws the sheet in a pose over a background of the texture's size. */
export function renderSheet(
  sheet: LaidSheet,
  pose: SheetPose,
  background: RasterImage,
): RasterImage {
  const canvas = { ...background, data: Uint8Array.from(background.data) };
  const depths = new Float32Array(canvas.width * canvas.height).fill(-Infinity);
  const grid = placeVertices(sheet, pose);
  const draw = (a?: Vertex, b?: Vertex, c?: Vertex) => {
    if (a && b && c && a.cover + b.cover + c.cover > 0) {
      fillTriangle({ canvas, depths, texture: sheet.texture }, a, b, c);
    }
  };
  for (let row = 0; row < CELLS; row += 1) {
    for (let column = 0; column < CELLS; column += 1) {
      const at = row * (CELLS + 1) + column;
      draw(grid[at], grid[at + 1], grid[at + CELLS + 1]);
      draw(grid[at + 1], grid[at + CELLS + 2], grid[at + CELLS + 1]);
    }
  }
  return canvas;
}

export function laySheet(sheet: Sheet): LaidSheet {
  const { texture, origin, unit } = sheet;
  const knots = Array.from({ length: (CELLS + 1) ** 2 }, (_, index) => {
    const u = ((index % (CELLS + 1)) / CELLS) * (texture.width - 1);
    const v = (Math.floor(index / (CELLS + 1)) / CELLS) * (texture.height - 1);
    const seen = { x: (u - origin.x) / unit, y: (v - origin.y) / unit };
    const point = unprojectPoint(seen, sheet.depthAt(seen.x, seen.y));
    return { point, u, v, cover: sheet.coverAt(seen.x, seen.y) };
  });
  return { ...sheet, knots };
}

function placeVertices({ knots, origin, unit, pivot }: LaidSheet, pose: SheetPose): Vertex[] {
  return knots.map(({ point, u, v, cover }) => {
    const shown = projectPoint(point, pivot, pose);
    return {
      x: origin.x + shown.x * unit,
      y: origin.y + shown.y * unit,
      z: shown.z,
      u,
      v,
      cover,
    };
  });
}

interface Target {
  readonly canvas: RasterImage;
  readonly depths: Float32Array;
  readonly texture: RasterImage;
}

function fillTriangle(target: Target, a: Vertex, b: Vertex, c: Vertex): void {
  const { width, height } = target.canvas;
  const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  // Turned away from the camera.
  if (area <= 0) return;
  const bottom = Math.min(height - 1, Math.floor(Math.max(a.y, b.y, c.y)));
  const left = Math.max(0, Math.ceil(Math.min(a.x, b.x, c.x)));
  const right = Math.min(width - 1, Math.floor(Math.max(a.x, b.x, c.x)));
  for (let y = Math.max(0, Math.ceil(Math.min(a.y, b.y, c.y))); y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const p = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
      const q = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
      const r = 1 - p - q;
      if (p < 0 || q < 0 || r < 0) continue;
      const at = y * width + x;
      const z = a.z * r + b.z * p + c.z * q;
      if (z < (target.depths[at] ?? 0)) continue;
      target.depths[at] = z;
      const cover = a.cover * r + b.cover * p + c.cover * q;
      paint(target, at, { u: a.u * r + b.u * p + c.u * q, v: a.v * r + b.v * p + c.v * q, cover });
    }
  }
}

/** Bilinear; blends with what lies under it. */
function paint(
  { canvas, texture }: Target,
  at: number,
  { u, v, cover }: Pick<Vertex, 'u' | 'v' | 'cover'>,
): void {
  const { data, width, height } = texture;
  const column = Math.min(Math.floor(u), width - 2);
  const row = Math.min(Math.floor(v), height - 2);
  const [right, below] = [u - column, v - row];
  const first = (row * width + column) * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const from = first + channel;
    const under = from + width * 3;
    const upper = (data[from] ?? 0) * (1 - right) + (data[from + 3] ?? 0) * right;
    const lower = (data[under] ?? 0) * (1 - right) + (data[under + 3] ?? 0) * right;
    const ground = canvas.data[at * 3 + channel] ?? 0;
    const level = upper * (1 - below) + lower * below;
    canvas.data[at * 3 + channel] = Math.round(ground + (level - ground) * cover);
  }
}
