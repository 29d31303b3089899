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
  const found = new WeakMap<RasterImage, Promise<FaceLocation>>();
  return {
    locate(image) {
      const before = found.get(image);
      if (before !== undefined) return before;
      const location = locateMainFace(finder, image);
      found.set(image, location);
      return location;
    },
  };
}
