import type { RasterImage } from '../../image/raster-image.js';
import type { SpecimenRandom } from '../specimen-random.js';

/**
 * Grain of a sensor, the same in all three channels.
 *
 * @param spread standard deviation in grey levels
 */
export function addNoise(image: RasterImage, spread: number, random: SpecimenRandom): RasterImage {
  const data = new Uint8ClampedArray(image.data);
  // The sum of two even distributions is a triangle with this half width for one of variance 1.
  const reach = spread * Math.sqrt(6);
  for (let pixel = 0; pixel < data.length; pixel += 3) {
    const grain = (random.fraction() + random.fraction() - 1) * reach;
    for (let channel = pixel; channel < pixel + 3; channel += 1) {
      data[channel] = (data[channel] ?? 0) + grain;
    }
  }
  return { ...image, data: new Uint8Array(data.buffer) };
}
