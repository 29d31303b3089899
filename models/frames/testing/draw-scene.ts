import type { RasterImage } from '../../image/raster-image.js';
import { createRandom } from '../../specimen/specimen-random.js';

export interface SceneOptions {
  readonly seed: number;
  /** Pixels that the camera has moved to the right. */
  readonly shift?: number;
  /** Deviation of the camera's noise in levels, and which noise it is. */
  readonly noise?: { readonly levels: number; readonly seed: number };
}

const SIZE = { width: 320, height: 240 };

/** Discs of light and dark, with edges as a room has them. */
export function drawScene({ seed, shift = 0, noise }: SceneOptions): RasterImage {
  const random = createRandom(seed, 'scene');
  const blobs = Array.from({ length: 24 }, () => ({
    x: random.between(-40, SIZE.width + 40),
    y: random.between(0, SIZE.height),
    radius: random.between(10, 60),
    level: random.between(-90, 90),
  }));
  const grain = noise && createRandom(noise.seed, 'noise');
  const data = new Uint8Array(SIZE.width * SIZE.height * 3);
  for (let pixel = 0; pixel * 3 < data.length; pixel += 1) {
    const x = (pixel % SIZE.width) + shift;
    const y = Math.floor(pixel / SIZE.width);
    let level = 128;
    for (const blob of blobs) {
      level += Math.hypot(x - blob.x, y - blob.y) < blob.radius ? blob.level : 0;
    }
    if (noise) level += (grain?.between(-1.7, 1.7) ?? 0) * noise.levels;
    data.fill(Math.min(Math.max(Math.round(level), 0), 255), pixel * 3, pixel * 3 + 3);
  }
  return { ...SIZE, data };
}
