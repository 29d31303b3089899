import { cropSpecimenFace } from '../../models/specimen/specimen-faces.js';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import type { SpecimenTruth } from '../../models/specimen/invent-details.js';
import { createWeightStore } from '../../models/weights/weight-store.js';

export interface SpecimenCaptures {
  /** A drawn card with the portrait of the woman on both photographs. */
  readonly ktp: Uint8Array;
  readonly truth: SpecimenTruth;
  /** The same woman in the other photograph. */
  readonly selfie: Uint8Array;
  /** Somebody else. */
  readonly otherSelfie: Uint8Array;
}

/** The surroundings that the liveness network needs around a face, in face boxes. */
const SELFIE_MARGIN = 1;
/** A passport photograph's framing. */
const PORTRAIT_MARGIN = 0.4;

/** Pictures for a session of each flow. The same seed gives the same card. */
export async function drawSpecimenCaptures(seed: number): Promise<SpecimenCaptures> {
  const weights = createWeightStore();
  const [portrait, selfie, otherSelfie] = await Promise.all([
    cropSpecimenFace(weights, { photo: 1, face: 2, margin: PORTRAIT_MARGIN }),
    cropSpecimenFace(weights, { photo: 2, face: 1, margin: SELFIE_MARGIN }),
    cropSpecimenFace(weights, { photo: 1, face: 0, margin: SELFIE_MARGIN }),
  ]);
  const { jpeg, truth } = await drawSpecimen({ seed, portrait, condition: 'photo' });
  return { ktp: jpeg, truth, selfie, otherSelfie };
}
