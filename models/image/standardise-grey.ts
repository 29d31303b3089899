import type { GreyImage } from './grey-image.js';

/** Least deviation that is taken for a picture: noise on blank paper stays small. */
const MIN_DEVIATION = 6;

/**
 * Levels with mean 0 and deviation 1, so that light and paper do not matter, in the upper left of a
 * larger plane of zeros.
 */
export function standardiseGrey(
  { width, height, levels }: GreyImage,
  plane: { readonly width: number; readonly height: number } = { width, height },
): Float32Array {
  const { mean, deviation } = measureLevels(levels);
  const scale = 1 / deviation;
  const kept = Math.min(width, plane.width);
  const values = new Float32Array(plane.width * plane.height);
  for (let y = 0; y < Math.min(height, plane.height); y += 1) {
    const [source, target] = [y * width, y * plane.width];
    for (let x = 0; x < kept; x += 1)
      values[target + x] = ((levels[source + x] ?? 0) - mean) * scale;
  }
  return values;
}

function measureLevels(levels: Uint8Array) {
  let sum = 0;
  let squares = 0;
  for (const level of levels) {
    sum += level;
    squares += level * level;
  }
  const mean = sum / levels.length;
  const variance = Math.max(squares / levels.length - mean * mean, 0);
  return { mean, deviation: Math.max(Math.sqrt(variance), MIN_DEVIATION) };
}
