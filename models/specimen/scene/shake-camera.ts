import type { RasterImage } from '../../image/raster-image.js';
import { openRaster, readRaster } from './sharp-raster.js';

export interface Shake {
  /** How far the picture moved while the shutter was open. */
  readonly lengthPx: number;
  readonly degrees: number;
}

/** Smears the picture along a straight line, as a moving hand does. */
export async function shakeCamera(image: RasterImage, shake: Shake): Promise<RasterImage> {
  return await readRaster(openRaster(image).convolve(drawPath(shake)));
}

/** Sharp leaves the zeros of a kernel out, so that a line costs its length and not its square. */
function drawPath({ lengthPx, degrees }: Shake) {
  const side = Math.max(3, 2 * Math.ceil(lengthPx / 2) + 1);
  const kernel = new Array<number>(side * side).fill(0);
  const middle = (side - 1) / 2;
  const turn = (degrees * Math.PI) / 180;
  const steps = Math.ceil(lengthPx * 2);
  for (let step = 0; step <= steps; step += 1) {
    const along = (step / steps - 0.5) * lengthPx;
    const x = Math.round(middle + along * Math.cos(turn));
    const y = Math.round(middle + along * Math.sin(turn));
    kernel[y * side + x] = (kernel[y * side + x] ?? 0) + 1;
  }
  return { width: side, height: side, kernel, scale: steps + 1 };
}
