import type { ReasonCode } from '../../contract/reason-code.js';
import type { RasterImage } from '../image/raster-image.js';
import { areaOf, type FaceBox } from './face-box.js';
import type { FaceFinder } from './face-finder.js';
import type { Point } from './face-landmarks.js';
import { toFivePoints, type FivePoints } from './five-points.js';

export interface LocatedFace {
  /** The picture that the coordinates count in. */
  readonly image: RasterImage;
  readonly box: FaceBox;
  readonly landmarks: readonly Point[];
  /** Where it is laid straight by. */
  readonly points: FivePoints;
}

export type FaceLocation = {
  /** Further faces in the picture, the largest first; all of them where none is the one. */
  readonly others: readonly FaceBox[];
} & (
  | { readonly face: LocatedFace; readonly reasonCode: null }
  | { readonly face: null; readonly reasonCode: ReasonCode }
);

/**
 * A second face of at least this share of the largest one's area leaves open who is meant. In 65
 * press photographs of one person (2026-11-22) bystanders reach 0.48; two people side by side are
 * between 0.7 and 1.
 */
const COMPARABLE_AREA = 0.5;

/**
 * Mean of all values up to which darkness is why no face is found: of 65 photographs at a sixteenth of
 * their light (means up to 12) the detector finds none, at an eighth half (2026-11-22).
 */
const DARK_MEAN = 16;

/** The one face that a selfie or reference image shows. */
export async function locateMainFace(
  finder: FaceFinder,
  image: RasterImage,
): Promise<FaceLocation> {
  const [box, ...others] = await finder.detect(image);
  if (box === undefined) {
    const reasonCode = isDark(image) ? 'FACE_DARK' : 'FACE_NOT_FOUND';
    return { face: null, others, reasonCode };
  }
  const [second] = others;
  if (second !== undefined && areaOf(second) >= areaOf(box) * COMPARABLE_AREA) {
    return { face: null, others: [box, ...others], reasonCode: 'MULTIPLE_FACES' };
  }
  return { face: await markFace(finder, image, box), others, reasonCode: null };
}

/** A face with its landmarks. */
export async function markFace(
  finder: FaceFinder,
  image: RasterImage,
  box: FaceBox,
): Promise<LocatedFace> {
  const landmarks = await finder.findLandmarks(image, box);
  return { image, box, landmarks, points: toFivePoints(landmarks) };
}

function isDark({ data }: RasterImage): boolean {
  return data.reduce((sum, value) => sum + value, 0) / data.length <= DARK_MEAN;
}
