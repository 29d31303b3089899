import { toGreyImage } from './grey-image.js';
import type { RasterImage } from './raster-image.js';

/** Share of the pixels at either end that may become black or white. */
const CLIPPED = 0.02;
/** Where the darkest and the brightest of the others go. */
const RANGE = { low: 15, high: 240 } as const;
/** More would make a face of grain. */
const MAX_GAIN = 6;

/** The picture with its levels spread over the whole range; one that uses it already stays as it is. */
export function stretchContrast(image: RasterImage): RasterImage {
  const { low, high } = findRange(toGreyImage(image).levels);
  const gain = Math.min((RANGE.high - RANGE.low) / Math.max(high - low, 1), MAX_GAIN);
  if (gain <= 1) return image;
  const [middle, target] = [(low + high) / 2, (RANGE.low + RANGE.high) / 2];
  const stretched = Uint8ClampedArray.from(
    { length: 256 },
    (_, value) => (value - middle) * gain + target,
  );
  const data = new Uint8Array(image.data.length);
  for (let at = 0; at < data.length; at += 1) data[at] = stretched[image.data[at] ?? 0] ?? 0;
  return { ...image, data };
}

function findRange(levels: Uint8Array): { readonly low: number; readonly high: number } {
  const counts = new Uint32Array(256);
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  const clipped = levels.length * CLIPPED;
  const firstBeyond = (order: readonly number[]) => {
    let seen = 0;
    return order.find((level) => (seen += counts[level] ?? 0) > clipped) ?? 0;
  };
  const upwards = Array.from({ length: 256 }, (_, level) => level);
  return { low: firstBeyond(upwards), high: firstBeyond([...upwards].reverse()) };
}
