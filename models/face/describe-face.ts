import type { ReasonCode } from '../../contract/reason-code.js';
import { alignFace } from './align-face.js';
import type { EmbeddedFace, FaceEmbedder } from './face-embedder.js';
import { eyeDistance, toFivePoints } from './five-points.js';
import type { FaceLocation, LocatedFace } from './locate-main-face.js';
import type { PortraitLocation } from './locate-portrait.js';
import type { FaceMatchThresholds } from './thresholds.js';

/** What one picture contributes to a match, or why it contributes nothing. */
export type FaceDescription =
  | { readonly face: EmbeddedFace; readonly reasonCode: null }
  | { readonly face: null; readonly reasonCode: ReasonCode };

/** Aligns and embeds the face of a selfie or reference image. */
export async function describeFace(
  embedder: FaceEmbedder,
  location: FaceLocation,
  thresholds: FaceMatchThresholds,
): Promise<FaceDescription> {
  if (location.face === null) return { face: null, reasonCode: location.reasonCode };
  if (isTooSmall(location.face, thresholds)) return { face: null, reasonCode: 'FACE_TOO_SMALL' };
  const face = await embedLocated(embedder, location.face);
  // Blur is the usual cause; a covered or turned face ends here as well.
  if (face.strength < thresholds.minStrength) return { face: null, reasonCode: 'FACE_BLURRY' };
  return { face, reasonCode: null };
}

/**
 * Embeds a portrait in the orientation in which the network sees most of a face: misplaced landmarks
 * make the embedding short. Stops at the first orientation that leaves no doubt.
 */
export async function describePortrait(
  embedder: FaceEmbedder,
  location: PortraitLocation,
  thresholds: FaceMatchThresholds,
): Promise<FaceDescription> {
  if (location.faces === null) return { face: null, reasonCode: location.reasonCode };
  let [strongest] = location.faces;
  let best = await embedLocated(embedder, strongest);
  for (const located of location.faces.slice(1)) {
    if (best.strength >= thresholds.uprightStrength) break;
    const face = await embedLocated(embedder, located);
    if (face.strength > best.strength) [strongest, best] = [located, face];
  }
  if (isTooSmall(strongest, thresholds)) return { face: null, reasonCode: 'KTP_TOO_SMALL' };
  if (best.strength < thresholds.minStrength) return { face: null, reasonCode: 'KTP_NOT_READABLE' };
  return { face: best, reasonCode: null };
}

async function embedLocated(embedder: FaceEmbedder, face: LocatedFace): Promise<EmbeddedFace> {
  return await embedder.embed(await alignFace(face.image, toFivePoints(face.landmarks)));
}

function isTooSmall({ landmarks }: LocatedFace, { minEyeDistancePx }: FaceMatchThresholds) {
  return eyeDistance(toFivePoints(landmarks)) < minEyeDistancePx;
}
