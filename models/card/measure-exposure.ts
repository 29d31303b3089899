import type { RasterImage } from '../image/raster-image.js';

export interface Exposure {
  /** Share of the picture in which every channel is at its end. */
  readonly whiteShare: number;
  /** Luminance that only the brightest hundredth exceeds, 0 to 255. */
  readonly brightest: number;
}

/** Samples along each side: a lamp or a window is far larger than a step. */
const SAMPLES = 160;
const WHITE = 250;

/** The light of a whole picture, for where no card was found to measure. */
export function measureExposure({ data, width, height }: RasterImage): Exposure {
  const stepX = Math.max(Math.floor(width / SAMPLES), 1);
  const stepY = Math.max(Math.floor(height / SAMPLES), 1);
  const counts = new Uint32Array(256);
  let white = 0;
  let total = 0;
  for (let y = stepY >> 1; y < height; y += stepY) {
    for (let x = stepX >> 1; x < width; x += stepX) {
      const at = (y * width + x) * 3;
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const level = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
      counts[level] = (counts[level] ?? 0) + 1;
      if (Math.min(red, green, blue) >= WHITE) white += 1;
      total += 1;
    }
  }
  let brightest = 255;
  let above = counts[brightest] ?? 0;
  while (brightest > 0 && above <= total / 100) {
    brightest -= 1;
    above += counts[brightest] ?? 0;
  }
  return { whiteShare: white / Math.max(total, 1), brightest };
}
