import { writeFile } from 'node:fs/promises';
import { decodeImage } from '../../models/image/decode-image.js';
import type { RasterImage } from '../../models/image/raster-image.js';
import { wholeRegion } from '../../models/image/region.js';
import { encodeJpeg, resizeRegion } from '../../models/image/resize-region.js';

/** What the camera sees for a while: a picture in the middle of something plain. */
export interface ClipShot {
  /** At the 30 frames a second that the browser shows. */
  readonly frames: number;
  /** Width of the picture as a share of the frame's; without one there is only the desk. */
  readonly reach?: number;
  /** Share of the light. Chromium's fake camera shows white from 235 on, as of video: less than all. */
  readonly light?: number;
  /** Times that the picture is made coarser, and soft by it. */
  readonly softness?: number;
}

/** A camera's usual shape. */
const [WIDTH, HEIGHT] = [1280, 960];
const DESK = [92, 74, 58] as const;

/** Writes a clip for a browser's fake camera (motion JPEG): the shots one after the other. */
export async function writeClip(
  path: string,
  picture: Uint8Array,
  shots: readonly ClipShot[],
): Promise<void> {
  const laid = await decodeImage(picture);
  const parts: Uint8Array[] = [];
  for (const shot of shots) {
    const jpeg = await encodeJpeg(await drawShot(laid, shot), 88);
    for (let frame = 0; frame < shot.frames; frame += 1) parts.push(jpeg);
  }
  await writeFile(path, Buffer.concat(parts));
}

async function drawShot(
  picture: RasterImage,
  { reach, light = 0.85, softness = 1 }: ClipShot,
): Promise<RasterImage> {
  const desk = drawDesk();
  const view =
    reach === undefined ? desk : await layPicture(desk, picture, Math.round(reach * WIDTH));
  const soft = await soften(view, softness);
  return { ...soft, data: soft.data.map((level) => Math.round(level * light)) };
}

/** Lighter towards the window, as no desk is one colour. */
function drawDesk(): RasterImage {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let at = 0; at < data.length; at += 3) {
    const shade = 1 + 0.25 * (((at / 3) % WIDTH) / WIDTH - 0.5);
    for (const [channel, level] of DESK.entries()) data[at + channel] = Math.round(level * shade);
  }
  return { width: WIDTH, height: HEIGHT, data };
}

async function layPicture(
  desk: RasterImage,
  picture: RasterImage,
  width: number,
): Promise<RasterImage> {
  const height = Math.round((width * picture.height) / picture.width);
  const laid = await resizeRegion(picture, wholeRegion(picture), { width, height });
  const [left, top] = [(WIDTH - width) >> 1, (HEIGHT - height) >> 1];
  for (let y = 0; y < height; y += 1) {
    const row = laid.data.subarray(y * width * 3, (y + 1) * width * 3);
    desk.data.set(row, ((top + y) * WIDTH + left) * 3);
  }
  return desk;
}

async function soften(view: RasterImage, times: number): Promise<RasterImage> {
  if (times === 1) return view;
  const coarse = { width: Math.round(WIDTH / times), height: Math.round(HEIGHT / times) };
  const small = await resizeRegion(view, wholeRegion(view), coarse);
  return await resizeRegion(small, wholeRegion(small), { width: WIDTH, height: HEIGHT });
}
