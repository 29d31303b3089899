import type { RasterImage } from '../image/raster-image.js';
import { mapQuadToRectangle, type Point, type Quad } from '../image/homography.js';
import type { SpecimenRandom } from './specimen-random.js';

/** A photograph as phones take it for an upload, 4:3. */
export const PHOTO = { width: 1600, height: 1200 } as const;

/** How far the camera is from looking straight down on the card. */
export interface CameraPose {
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** Share of the far edge that perspective takes away. */
  readonly foreshortening: number;
  /** Width of the card as a share of the photograph's. */
  readonly reach: number;
}

/** Corners of the card in the photograph. */
export function placeCorners(card: RasterImage, pose: CameraPose, random: SpecimenRandom): Quad {
  const halfWidth = (PHOTO.width * pose.reach) / 2;
  const halfHeight = (halfWidth * card.height) / card.width;
  const centre = {
    x: PHOTO.width / 2 + random.between(-20, 20),
    y: PHOTO.height / 2 + random.between(-20, 20),
  };
  const far = 1 - pose.foreshortening;
  const corners: Quad = [
    { x: -halfWidth * far, y: -halfHeight * far },
    { x: halfWidth * far, y: -halfHeight * far },
    { x: halfWidth, y: halfHeight },
    { x: -halfWidth, y: halfHeight },
  ];
  const turn = (pose.rotation * Math.PI) / 180;
  const turnCorner = ({ x, y }: Point): Point => ({
    x: centre.x + x * Math.cos(turn) - y * Math.sin(turn),
    y: centre.y + x * Math.sin(turn) + y * Math.cos(turn),
  });
  return [
    turnCorner(corners[0]),
    turnCorner(corners[1]),
    turnCorner(corners[2]),
    turnCorner(corners[3]),
  ];
}

/** Corner radius of an ID-1 card: 3.18 of 85.60 mm. */
const CORNER_SHARE = 3.18 / 85.6;

/** Lays the card with its round corners over the desk; both stay as they are. */
export function placeCard(card: RasterImage, desk: RasterImage, corners: Quad): RasterImage {
  const toCard = mapQuadToRectangle(corners, card.width - 1, card.height - 1);
  const data = Uint8Array.from(desk.data);
  for (let y = 0; y < desk.height; y += 1) {
    for (let x = 0; x < desk.width; x += 1) {
      const source = toCard(x, y);
      if (isOnCard(card, source)) copyPixel(card, source, data, (y * desk.width + x) * 3);
    }
  }
  return { width: desk.width, height: desk.height, data };
}

function isOnCard({ width, height }: RasterImage, { x, y }: Point): boolean {
  if (x < 0 || y < 0 || x > width - 1 || y > height - 1) return false;
  const radius = width * CORNER_SHARE;
  const intoCornerX = Math.max(radius - x, x - (width - 1 - radius), 0);
  const intoCornerY = Math.max(radius - y, y - (height - 1 - radius), 0);
  return Math.hypot(intoCornerX, intoCornerY) <= radius;
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
