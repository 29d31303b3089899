import type { RasterImage } from '../image/raster-image.js';

/** One picture of a burst, decoded. */
export interface TimedFrame {
  readonly image: RasterImage;
  /** Milliseconds since the first frame of the burst, by the camera's clock. */
  readonly atMs: number;
}
