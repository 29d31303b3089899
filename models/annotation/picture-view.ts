import type { Point, Quad } from '../image/homography.js';
import type { LineBox } from '../text/line-box.js';

/** Pixels of the longer side as shown: room for words between the rows of a far card. */
const SHOWN_SIDE = 2000;

/** How a picture is shown: turned by quarters until the card stands upright, and scaled. */
export interface PictureView {
  /** Pixels as shown. */
  readonly width: number;
  readonly height: number;
  /** 0 to 3, clockwise. */
  readonly quarterTurns: number;
  /** From pixels of the picture to pixels as shown. */
  readonly place: (point: Point) => Point;
}

/** @param direction of the text in radians, clockwise on the screen; it ends within ±45° of level */
export function viewPicture(
  size: { readonly width: number; readonly height: number },
  direction: number,
): PictureView {
  const quarterTurns = (4 - (Math.round(direction / (Math.PI / 2)) % 4)) % 4;
  const scale = SHOWN_SIDE / Math.max(size.width, size.height);
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const isSideways = quarterTurns % 2 === 1;
  return {
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    quarterTurns,
    place: ({ x, y }) => turn({ x: x * scale, y: y * scale }, { width, height }, quarterTurns),
  };
}

function turn(
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
  quarterTurns: number,
): Point {
  if (quarterTurns === 1) return { x: height - y, y: x };
  if (quarterTurns === 2) return { x: width - x, y: height - y };
  if (quarterTurns === 3) return { x: y, y: width - x };
  return { x, y };
}

/** The direction most text is read in, long lines weighing more; level where there is none. */
export function findReadingDirection(boxes: readonly LineBox[]): number {
  const along = (component: (angle: number) => number) =>
    boxes.reduce((sum, { angle, width }) => sum + component(angle) * width, 0);
  return Math.atan2(along(Math.sin), along(Math.cos));
}

export function placeQuad([a, b, c, d]: Quad, { place }: PictureView): Quad {
  return [place(a), place(b), place(c), place(d)];
}

/** The corners of a line as shown, from the top left of the text. */
export function placeBox({ centre, width, height, angle }: LineBox, view: PictureView): Quad {
  const along = { x: (Math.cos(angle) * width) / 2, y: (Math.sin(angle) * width) / 2 };
  const down = { x: (-Math.sin(angle) * height) / 2, y: (Math.cos(angle) * height) / 2 };
  const corner = (right: number, below: number) => ({
    x: centre.x + right * along.x + below * down.x,
    y: centre.y + right * along.y + below * down.y,
  });
  return placeQuad([corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], view);
}
