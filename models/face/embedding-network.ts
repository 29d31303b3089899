import type { RasterImage } from '../image/raster-image.js';
import type { FaceAlignment } from './align-face.js';

/** A network that turns an aligned face into numbers that are alike for one person. */
export interface EmbeddingNetwork {
  readonly alignment: FaceAlignment;
  /** @param aligned see `alignFace` */
  embed(aligned: RasterImage): Promise<Float32Array>;
}
