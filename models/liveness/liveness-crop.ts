import type { Point } from '../face/face-landmarks.js';
import type { Region, Size } from '../image/region.js';

/**
 * How far the forehead rises above the brows, as a share of the height from brows to chin: half way
 * to the hairline. The score depends on the box, so it is one convention for every picture: from
 * the landmarks, because the detector's own box is loose and refuses four times as many live faces.
 */
const FOREHEAD = 0.2;

/** The tight face box, mid-forehead to chin and jaw to jaw. */
export function tightFaceBox(landmarks: readonly Point[]): Region {
  const left = Math.min(...landmarks.map(({ x }) => x));
  const right = Math.max(...landmarks.map(({ x }) => x));
  const brows = Math.min(...landmarks.map(({ y }) => y));
  const chin = Math.max(...landmarks.map(({ y }) => y));
  const height = (chin - brows) * (1 + FOREHEAD);
  return { left, top: chin - height, width: right - left, height };
}

export interface LivenessCrop {
  readonly region: Region;
  /** The enlargement that the photograph allowed, at most the one asked for. */
  readonly scale: number;
}

/**
 * The box enlarged by `factor`, less where the photograph is too small, and moved inside it, as in
 * the preparation that the network was trained with.
 */
export function enlargeInside(box: Region, image: Size, factor: number): LivenessCrop {
  const scale = Math.min(factor, image.width / box.width, image.height / box.height);
  const width = box.width * scale;
  const height = box.height * scale;
  const left = box.left + (box.width - width) / 2;
  const top = box.top + (box.height - height) / 2;
  return {
    scale,
    region: {
      left: Math.min(Math.max(left, 0), image.width - width),
      top: Math.min(Math.max(top, 0), image.height - height),
      width,
      height,
    },
  };
}
