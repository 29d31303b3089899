import { createFaceFinder } from '../face/face-finder.js';
import { decodeImage } from '../image/decode-image.js';
import { clampRegion, type Region } from '../image/region.js';
import { encodeJpeg, resizeRegion } from '../image/resize-region.js';
import type { WeightStore } from '../weights/weight-store.js';

export interface SpecimenFace {
  readonly photo: 1 | 2;
  /** Position in the photograph from the left, from 0: each shows three people. */
  readonly face: number;
  /** What is kept around the face on every side, in face boxes. */
  readonly margin: number;
}

/**
 * Cuts one person out of an openly licensed photograph, as JPEG, for demos and tests. Face 2 of
 * photograph 1 and face 1 of photograph 2 are the same woman; all others differ. Liveness needs a
 * margin of about 1: see `liveness-crop.ts`.
 */
export async function cropSpecimenFace(
  weights: WeightStore,
  { photo, face, margin }: SpecimenFace,
): Promise<Uint8Array> {
  const image = await decodeImage(
    await weights.read(photo === 1 ? 'specimen-faces-1' : 'specimen-faces-2'),
  );
  const finder = await createFaceFinder(weights);
  const boxes = (await finder.detect(image)).sort((a, b) => a.left - b.left);
  const box = boxes[face];
  if (box === undefined) throw new RangeError(`Photograph ${String(photo)} has no such face.`);
  const region = clampRegion(widen(box, margin), image);
  return await encodeJpeg(await resizeRegion(image, region, region));
}

function widen({ left, top, width, height }: Region, margin: number): Region {
  return {
    left: left - width * margin,
    top: top - height * margin,
    width: width * (1 + 2 * margin),
    height: height * (1 + 2 * margin),
  };
}
