import type { RasterImage } from '../../image/raster-image.js';
import {
  mapQuadToRectangle,
  type MapPoint,
  type Point,
  type Quad,
} from '../../image/homography.js';
import { mapCorners, measureCardWidth } from './photograph.js';
import { openRaster, readRaster } from './sharp-raster.js';

/** A photograph as phones take it for an upload, 4:3. */
export const PHOTO = { width: 1600, height: 1200 } as const;

/** How far the camera is from looking straight down on the middle of the card. */
export interface CameraPose {
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** Share of the far edge that perspective takes away. */
  readonly foreshortening: number;
  /** Degrees on the card, clockwise, from its upper edge to the far one. */
  readonly farSide?: number;
  /** Width of the card as a share of the photograph's. */
  readonly reach: number;
  /** Where the card's middle lies, in shares of the photograph. */
  readonly centre: Point;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Corners of the card in a photograph of the given size. */
export function placeCorners(card: Size, pose: CameraPose, frame: Size = PHOTO): Quad {
  const halfWidth = (frame.width * pose.reach) / 2;
  const halfHeight = (halfWidth * card.height) / card.width;
  const side = ((pose.farSide ?? 0) * Math.PI) / 180;
  const weight = Math.abs(Math.sin(side)) + Math.abs(Math.cos(side));
  const turn = (pose.rotation * Math.PI) / 180;
  const corners: Quad = [
    { x: -1, y: -1 },
    { x: 1, y: -1 },
    { x: 1, y: 1 },
    { x: -1, y: 1 },
  ];
  return mapCorners(corners, (corner) => {
    const distance = (corner.x * Math.sin(side) - corner.y * Math.cos(side)) / weight;
    const scale = 1 - pose.foreshortening * (0.5 + distance / 2);
    const x = corner.x * halfWidth * scale;
    const y = corner.y * halfHeight * scale;
    return {
      x: frame.width * pose.centre.x + x * Math.cos(turn) - y * Math.sin(turn),
      y: frame.height * pose.centre.y + x * Math.sin(turn) + y * Math.cos(turn),
    };
  });
}

/** Corner radius of an ID-1 card: 3.18 of 85.60 mm. */
const CORNER_SHARE = 3.18 / 85.6;

/** Lays the card with its round corners over the desk; both stay as they are. */
export async function placeCard(
  card: RasterImage,
  desk: RasterImage,
  corners: Quad,
): Promise<RasterImage> {
  const sheet = await shrinkFor(card, corners);
  const radius = sheet.width * CORNER_SHARE;
  const { width, height } = sheet;
  return lay(sheet, desk, corners, ({ x, y }) => {
    const intoCornerX = Math.max(radius - x, x - (width - 1 - radius), 0);
    const intoCornerY = Math.max(radius - y, y - (height - 1 - radius), 0);
    return Math.hypot(intoCornerX, intoCornerY) <= radius;
  });
}

/** Lays a sheet of paper, which has square corners. */
export async function placePaper(
  paper: RasterImage,
  desk: RasterImage,
  corners: Quad,
): Promise<RasterImage> {
  return placeSheet(await shrinkFor(paper, corners), desk, corners);
}

/** Lays a sheet with square corners over the desk, point by point, without smoothing it first. */
export function placeSheet(sheet: RasterImage, desk: RasterImage, corners: Quad): RasterImage {
  return lay(sheet, desk, corners, () => true);
}

/** Below this scale single points would be skipped and the print would shimmer. */
const LEAST_SCALE = 0.8;

async function shrinkFor(card: RasterImage, corners: Quad): Promise<RasterImage> {
  const scale = measureCardWidth(corners) / card.width;
  if (scale >= LEAST_SCALE) return card;
  return await readRaster(openRaster(card).resize(Math.round(card.width * scale)));
}

function lay(
  sheet: RasterImage,
  desk: RasterImage,
  corners: Quad,
  isOnSheet: (point: Point) => boolean,
): RasterImage {
  const toSheet = mapQuadToRectangle(corners, sheet.width - 1, sheet.height - 1);
  const data = Uint8Array.from(desk.data);
  const { left, top, right, bottom } = boundCorners(corners, desk);
  for (let y = top; y < bottom; y += 1) {
    layRow({ sheet, toSheet, isOnSheet, data }, { y, left, right, width: desk.width });
  }
  return { width: desk.width, height: desk.height, data };
}

function layRow(
  copy: {
    readonly sheet: RasterImage;
    readonly toSheet: MapPoint;
    readonly isOnSheet: (point: Point) => boolean;
    readonly data: Uint8Array;
  },
  row: {
    readonly y: number;
    readonly left: number;
    readonly right: number;
    readonly width: number;
  },
): void {
  const { width, height } = copy.sheet;
  for (let x = row.left; x < row.right; x += 1) {
    const source = copy.toSheet(x, row.y);
    const isInside =
      source.x >= 0 && source.y >= 0 && source.x <= width - 1 && source.y <= height - 1;
    if (isInside && copy.isOnSheet(source)) {
      copyPixel(copy.sheet, source, copy.data, (row.y * row.width + x) * 3);
    }
  }
}

function boundCorners(corners: Quad, { width, height }: Size) {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    right: Math.min(width, Math.ceil(Math.max(...xs)) + 1),
    bottom: Math.min(height, Math.ceil(Math.max(...ys)) + 1),
  };
}

/** Bilinear. */
function copyPixel(card: RasterImage, { x, y }: Point, target: Uint8Array, offset: number): void {
  const { data, width, height } = card;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const fromLeft = x - left;
  const fromTop = y - top;
  const first = (top * width + left) * 3;
  const right = left + 1 < width ? 3 : 0;
  const below = top + 1 < height ? width * 3 : 0;
  for (let at = first; at < first + 3; at += 1) {
    const upper = (data[at] ?? 0) * (1 - fromLeft) + (data[at + right] ?? 0) * fromLeft;
    const lower =
      (data[at + below] ?? 0) * (1 - fromLeft) + (data[at + below + right] ?? 0) * fromLeft;
    target[offset + at - first] = Math.round(upper * (1 - fromTop) + lower * fromTop);
  }
}
