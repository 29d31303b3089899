import type { RasterImage } from '../../image/raster-image.js';

export interface Exposure {
  /** Times the light that the picture needs. */
  readonly gain: number;
  /** Share of the mean light that strays over the whole picture inside the lens. */
  readonly flare: number;
}

const GAMMA = 2.2;

/**
 * Adds up light as a sensor does: white clips first, and stray light lifts the ink until it meets
 * the paper.
 */
export function overexpose(image: RasterImage, { gain, flare }: Exposure): RasterImage {
  const light = Float64Array.from({ length: 256 }, (_, level) => (level / 255) ** GAMMA);
  let sum = 0;
  for (const level of image.data) sum += light[level] ?? 0;
  const stray = (sum / image.data.length) * flare;
  const levels = Uint8Array.from(light, (linear) =>
    Math.round(255 * Math.min(1, gain * (linear + stray)) ** (1 / GAMMA)),
  );
  return { ...image, data: image.data.map((level) => levels[level] ?? 0) };
}
