import { laySheet, renderSheet } from '../../challenge/generator/render-sheet.js';
import { makeHead } from '../../challenge/generator/make-sheets.js';
import { RESTING_POSE } from '../../challenge/generator/sheet-pose.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import { eyeDistance, toFivePoints } from '../../face/five-points.js';
import type { RasterImage } from '../../image/raster-image.js';

/** The selfie's view: 3 to 4, as the capture app cuts it. */
export const VIEW_SIZE = { width: 480, height: 640 } as const;
/** Breadth of a mean face in distances between the eyes, see `HEAD_SHAPE`. */
const FACE_BREADTH = 2.28;
/** From between the eyes down to the middle of a face with its forehead, in the same unit. */
const MIDDLE_BELOW_EYES = 0.3;

/** What is changed of a photograph: who and what it shows is few. */
export interface HeadLook {
  /** Exponent of the levels, more than 1 darker: skin, hair and what is around them. */
  readonly shade: number;
  /** Colour of a headscarf that leaves the face free. */
  readonly scarf: readonly [number, number, number] | null;
  /** Times the levels, less than 1 where the light is behind the head. */
  readonly light: number;
}

/** A head before the camera; places and sizes in shares of the view's width and height. */
export interface PlacedHead {
  readonly face: LocatedFace;
  /** Breadth of the face, were it seen from the front. */
  readonly breadth: number;
  readonly centre: { readonly x: number; readonly y: number };
  /** Degrees, as of `SheetPose`. */
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  readonly look: HeadLook;
}

/** The heads in the view, the last before the others. */
export function drawSelfieView(
  heads: readonly PlacedHead[],
  background: RasterImage,
  light: number,
): RasterImage {
  let view = background;
  for (const head of heads) view = drawHead(head, view);
  return { ...view, data: view.data.map((level) => Math.min(255, level * light)) };
}

function drawHead(head: PlacedHead, background: RasterImage): RasterImage {
  const points = toFivePoints(head.face.landmarks);
  const [left, right] = points;
  const unit = (head.breadth * VIEW_SIZE.width) / FACE_BREADTH;
  const scale = unit / eyeDistance(points);
  const origin = {
    x: head.centre.x * VIEW_SIZE.width,
    y: head.centre.y * VIEW_SIZE.height - MIDDLE_BELOW_EYES * unit,
  };
  const eyes = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const placed = placePhotograph(head.face.image, ({ x, y }) => ({
    x: eyes.x + (x - origin.x) / scale,
    y: eyes.y + (y - origin.y) / scale,
  }));
  const image = changeLook(
    placed,
    head.look,
    ({ x, y }) =>
      Math.hypot(
        (x - origin.x) / FREE_FACE.x,
        (y - origin.y) / FREE_FACE.y - FREE_FACE.below * unit,
      ) > unit,
  );
  const landmarks = head.face.landmarks.map(({ x, y }) => ({
    x: origin.x + (x - eyes.x) * scale,
    y: origin.y + (y - eyes.y) * scale,
  }));
  const sheet = laySheet(makeHead({ ...head.face, image, landmarks }));
  const { yaw, pitch, roll } = head;
  return renderSheet(sheet, { ...RESTING_POSE, yaw, pitch, roll }, background);
}

/** Of a face in a headscarf: half its breadth and height, and where its middle is, in units below the eyes. */
const FREE_FACE = { x: 0.95, y: 1.4, below: 0.3 } as const;

function changeLook(
  { data, ...size }: RasterImage,
  { shade, scarf, light }: HeadLook,
  isOutside: (place: Place) => boolean,
): RasterImage {
  const curve = Float32Array.from(
    { length: 256 },
    (_, level) => 255 * light * (level / 255) ** shade,
  );
  const changed = data.map((level) => curve[level] ?? 0);
  for (let pixel = 0; scarf !== null && pixel < size.width * size.height; pixel += 1) {
    const place = { x: pixel % size.width, y: Math.floor(pixel / size.width) };
    if (isOutside(place)) changed.set(scarf, pixel * 3);
  }
  return { ...size, data: changed };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The photograph where it lies in the view, bilinear; its rim goes on beyond it. */
function placePhotograph(photo: RasterImage, toPhoto: (place: Place) => Place): RasterImage {
  const data = new Uint8Array(VIEW_SIZE.width * VIEW_SIZE.height * 3);
  const levelAt = (x: number, y: number, channel: number): number => {
    const column = Math.min(Math.max(x, 0), photo.width - 1);
    const row = Math.min(Math.max(y, 0), photo.height - 1);
    return photo.data[(row * photo.width + column) * 3 + channel] ?? 0;
  };
  for (let y = 0; y < VIEW_SIZE.height; y += 1) {
    for (let x = 0; x < VIEW_SIZE.width; x += 1) {
      const place = toPhoto({ x, y });
      const [column, row] = [Math.floor(place.x), Math.floor(place.y)];
      const [right, below] = [place.x - column, place.y - row];
      for (let channel = 0; channel < 3; channel += 1) {
        const upper =
          levelAt(column, row, channel) * (1 - right) + levelAt(column + 1, row, channel) * right;
        const lower =
          levelAt(column, row + 1, channel) * (1 - right) +
          levelAt(column + 1, row + 1, channel) * right;
        data[(y * VIEW_SIZE.width + x) * 3 + channel] = upper * (1 - below) + lower * below;
      }
    }
  }
  return { ...VIEW_SIZE, data };
}
