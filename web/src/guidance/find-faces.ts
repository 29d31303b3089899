import type { FoundFace } from './judge-face-frame.js';

interface DetectedFace {
  readonly boundingBox: { x: number; y: number; width: number; height: number };
}

interface FaceDetector {
  detect(image: ImageBitmapSource): Promise<readonly DetectedFace[]>;
}

type FaceDetectorClass = new (options: {
  fastMode: boolean;
  maxDetectedFaces: number;
}) => FaceDetector;

/** `null` where the browser finds no faces. */
export type FindFaces = (
  view: { readonly width: number; readonly height: number } & ImageBitmapSource,
) => Promise<readonly FoundFace[] | null>;

/**
 * Faces by the browser's own detector (https://wicg.github.io/shape-detection-api/), which is rare and
 * may be there without the service behind it: the first failure ends the asking.
 *
 * @param scope the page's or the worker's global object
 */
export function createFaceFinder(scope: object): FindFaces {
  let detector = createDetector(scope);
  return async (view) => {
    if (detector === null) return null;
    try {
      const faces = await detector.detect(view);
      return faces.map(({ boundingBox: { x, y, width, height } }) => ({
        centreX: (x + width / 2) / view.width,
        centreY: (y + height / 2) / view.height,
        width: width / view.width,
      }));
    } catch {
      detector = null;
      return null;
    }
  };
}

function createDetector(scope: object): FaceDetector | null {
  if (!('FaceDetector' in scope) || typeof scope.FaceDetector !== 'function') return null;
  try {
    const Detector = scope.FaceDetector as FaceDetectorClass;
    return new Detector({ fastMode: true, maxDetectedFaces: 2 });
  } catch {
    return null;
  }
}
