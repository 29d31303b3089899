import type { ReasonCode } from '../../contract/reason-code.js';
import type { RasterImage } from '../image/raster-image.js';
import { areaOf, type FaceBox } from './face-box.js';
import type { FaceFinder } from './face-finder.js';
import type { Point } from './face-landmarks.js';

export interface LocatedFace {
  /** The picture that the coordinates count in. */
  readonly image: RasterImage;
  readonly box: FaceBox;
  readonly landmarks: readonly Point[];
}

export type FaceLocation =
  | { readonly face: LocatedFace; readonly reasonCode: null }
  | { readonly face: null; readonly reasonCode: ReasonCode };

/**
 * A second face of at least this share of the largest one's area leaves open who is meant. In 65
 * press photographs of one person (2026-11-22) bystanders reach 0.48; two people side by side are
 * between 0.7 and 1.
 */
const COMPARABLE_AREA = 0.5;

/** The one face that a selfie or reference image shows. */
export async function locateMainFace(
  finder: FaceFinder,
  image: RasterImage,
): Promise<FaceLocation> {
  const [box, second] = await finder.detect(image);
  if (box === undefined) return { face: null, reasonCode: 'FACE_NOT_FOUND' };
  if (second !== undefined && areaOf(second) >= areaOf(box) * COMPARABLE_AREA) {
    return { face: null, reasonCode: 'MULTIPLE_FACES' };
  }
  const landmarks = await finder.findLandmarks(image, box);
  return { face: { image, box, landmarks }, reasonCode: null };
}
