import type { RasterImage } from '../image/raster-image.js';
import type { Region } from '../image/region.js';
import type { WeightStore } from '../weights/weight-store.js';
import { areaOf, type FaceBox } from './face-box.js';
import { createFaceDetector } from './face-detector.js';
import { createLandmarkFinder, type Point } from './face-landmarks.js';

export interface FaceFinder {
  /** Upright faces in the image, the largest first. */
  detect(image: RasterImage): Promise<FaceBox[]>;
  /** The 68 points of one face, in pixels of the image. */
  findLandmarks(image: RasterImage, box: Region): Promise<readonly Point[]>;
}

/** Detector and landmark network, shared by face matching and liveness. */
export async function createFaceFinder(weights: WeightStore): Promise<FaceFinder> {
  const detector = await createFaceDetector(weights);
  const landmarks = await createLandmarkFinder(weights);
  return {
    async detect(image) {
      const boxes = await detector.detect(image);
      return boxes.sort((a, b) => areaOf(b) - areaOf(a));
    },
    findLandmarks: async (image, box) => await landmarks.find(image, box),
  };
}
