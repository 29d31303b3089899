import { writeFile } from 'node:fs/promises';
import { decodeImage } from '../../models/image/decode-image.js';
import type { RasterImage } from '../../models/image/raster-image.js';
import { encodeJpeg, resizeRegion } from '../../models/image/resize-region.js';
import { wholeRegion } from '../../models/image/region.js';

/** A camera's usual shape, large enough that a frame of a burst is a smaller copy. */
const [WIDTH, HEIGHT] = [1280, 960];
const FACE_SIDE = 560;
/** Longer than a challenge is recorded, at the 30 frames a second that the browser shows. */
const FRAMES = 190;
/** What the face moves from one frame to the next, in pixels. */
const STEP = 2;

/** What a camera that does not mirror shows on either side of the face. */
export const CLIP_LEFT = [196, 60, 48] as const;
export const CLIP_RIGHT = [52, 84, 190] as const;

/**
 * Writes a clip for a browser's fake camera (motion JPEG): a face that goes past a wall of two
 * colours, so that no two frames are alike and a mirrored one is known at once.
 */
export async function writeCameraClip(path: string, face: Uint8Array): Promise<void> {
  const decoded = await decodeImage(face);
  const size = { width: FACE_SIDE, height: FACE_SIDE };
  const portrait = await resizeRegion(decoded, wholeRegion(decoded), size);
  const first = (WIDTH - FACE_SIDE - FRAMES * STEP) / 2;
  const frames = Array.from({ length: FRAMES }, (_, index) =>
    encodeJpeg(drawScene(portrait, first + index * STEP), 80),
  );
  await writeFile(path, Buffer.concat(await Promise.all(frames)));
}

function drawScene(portrait: RasterImage, left: number): RasterImage {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  const row = Buffer.alloc(WIDTH * 3);
  for (let x = 0; x < WIDTH; x += 1) row.set(x < WIDTH / 2 ? CLIP_LEFT : CLIP_RIGHT, x * 3);
  for (let y = 0; y < HEIGHT; y += 1) row.copy(data, y * row.length);
  const top = (HEIGHT - portrait.height) / 2;
  const stride = portrait.width * 3;
  for (let y = 0; y < portrait.height; y += 1) {
    data.set(portrait.data.subarray(y * stride, (y + 1) * stride), ((top + y) * WIDTH + left) * 3);
  }
  return { width: WIDTH, height: HEIGHT, data };
}
