import sharp from 'sharp';
import type { Point } from './homography.js';
import type { RasterImage } from './raster-image.js';
import { clampRegion } from './region.js';

/** A rectangle turned about its centre. */
export interface TurnedRectangle {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  /** Of the side `width` long, in radians, clockwise on the screen. */
  readonly angle: number;
}

/** A level picture of a turned rectangle, and where its pixels lie in the picture it was cut from. */
export interface TurnedCut {
  readonly raster: RasterImage;
  readonly toPicture: (point: Point) => Point;
  /** Pixels of the picture to one of the raster. */
  readonly pitch: number;
}

/**
 * Cuts a turned rectangle out and lays it level, its long side `longSide` pixels. What lies beyond
 * the picture is grey.
 */
export async function cutTurned(
  image: RasterImage,
  rectangle: TurnedRectangle,
  longSide: number,
): Promise<TurnedCut> {
  const { centre, angle } = rectangle;
  const pitch = Math.max(rectangle.width, rectangle.height) / longSide;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const around = clampRegion(boundsOf(rectangle), image);
  // First the size, then the turn: fewer pixels to turn.
  const small = {
    width: Math.max(Math.round(around.width / pitch), 1),
    height: Math.max(Math.round(around.height / pitch), 1),
  };
  const shrunk = await sharp(image.data, { raw: { ...sizeOf(image), channels: 3 } })
    .extract(around)
    .resize({ ...small, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  const turned = await sharp(shrunk, { raw: { ...small, channels: 3 } })
    .rotate((-angle * 180) / Math.PI, { background: '#808080' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const middle = { x: around.left + around.width / 2, y: around.top + around.height / 2 };
  const [dx, dy] = [(centre.x - middle.x) / pitch, (centre.y - middle.y) / pitch];
  const wanted = clampRegion(
    {
      left: turned.info.width / 2 + dx * cos + dy * sin - rectangle.width / pitch / 2,
      top: turned.info.height / 2 + dy * cos - dx * sin - rectangle.height / pitch / 2,
      width: rectangle.width / pitch,
      height: rectangle.height / pitch,
    },
    turned.info,
  );
  const data = await sharp(turned.data, { raw: { ...sizeOf(turned.info), channels: 3 } })
    .extract(wanted)
    .raw()
    .toBuffer();
  return {
    raster: { ...sizeOf(wanted), data },
    pitch,
    toPicture: ({ x, y }) => {
      const u = (x + wanted.left - turned.info.width / 2) * pitch;
      const v = (y + wanted.top - turned.info.height / 2) * pitch;
      return { x: middle.x + u * cos - v * sin, y: middle.y + u * sin + v * cos };
    },
  };
}

function boundsOf({ centre, width, height, angle }: TurnedRectangle) {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const reach = { x: cos * width + sin * height, y: sin * width + cos * height };
  return {
    left: centre.x - reach.x / 2,
    top: centre.y - reach.y / 2,
    width: reach.x,
    height: reach.y,
  };
}

function sizeOf({ width, height }: { readonly width: number; readonly height: number }) {
  return { width, height };
}
