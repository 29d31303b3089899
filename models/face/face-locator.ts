import { lookOnce } from '../image/look-once.js';
import type { RasterImage } from '../image/raster-image.js';
import type { WeightStore } from '../weights/weight-store.js';
import { createFaceFinder } from './face-finder.js';
import { locateMainFace, type FaceLocation } from './locate-main-face.js';

/** Where the one face of a picture is. */
export interface FaceLocator {
  locate(image: RasterImage): Promise<FaceLocation>;
}

/**
 * Looks at every picture once, whoever asks: passive liveness and a challenge are judged on the same
 * frames, and finding a face takes most of the time of either. What was found goes with the picture.
 */
export async function createFaceLocator(weights: WeightStore): Promise<FaceLocator> {
  const finder = await createFaceFinder(weights);
  return { locate: lookOnce((image: RasterImage) => locateMainFace(finder, image)) };
}
