import type { RasterImage } from '../image/raster-image.js';
import type { TimedFrame } from './timed-frame.js';

/** What liveness is judged on. */
export interface LivenessCapture {
  /** The picture taken at the shutter. */
  readonly still: RasterImage;
  /** The burst around it in the order of time; empty where the client sends the still alone. */
  readonly frames: readonly TimedFrame[];
}
