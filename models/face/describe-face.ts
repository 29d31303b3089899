import type { ReasonCode } from '../../contract/reason-code.js';
import type { RasterImage } from '../image/raster-image.js';
import type { EmbeddedFace, FaceEmbedder } from './face-embedder.js';
import { eyeDistance, toFivePoints } from './five-points.js';
import type { FaceLocation, LocatedFace } from './locate-main-face.js';
import { locatePortrait, type PortraitTools } from './locate-portrait.js';
import { searchPortrait } from './search-portrait.js';
import type { FaceMatchThresholds } from './thresholds.js';

/** What one picture contributes to a match, or why it contributes nothing. */
export type FaceDescription =
  | { readonly face: EmbeddedFace; readonly isPortrait: boolean; readonly reasonCode: null }
  | { readonly face: null; readonly isPortrait: boolean; readonly reasonCode: ReasonCode };

/** Aligns and embeds the face of a selfie or reference image. */
export async function describeFace(
  embedder: FaceEmbedder,
  location: FaceLocation,
  thresholds: FaceMatchThresholds,
): Promise<FaceDescription> {
  if (location.face === null) return refuse(location.reasonCode);
  if (isTooSmall(location.face, thresholds)) return refuse('FACE_TOO_SMALL');
  const face = await embedder.embed(location.face);
  // Blur is the usual cause; a covered or turned face ends here as well.
  if (isTooWeak(face, thresholds)) return refuse('FACE_BLURRY');
  return { face, isPortrait: false, reasonCode: null };
}

/**
 * Finds and embeds the portrait on a card: where a card has it or, should nothing like a face be there,
 * anywhere on the picture.
 */
export async function describePortrait(
  embedder: FaceEmbedder,
  tools: PortraitTools,
  { card, thresholds }: { readonly card: RasterImage; readonly thresholds: FaceMatchThresholds },
): Promise<FaceDescription> {
  const located = await locatePortrait(tools, card);
  const face = located && (await embedder.embed(located, { isPortrait: true }));
  if (located && face && !isTooWeak(face, thresholds)) {
    return isTooSmall(located, thresholds) ? refusePortrait('KTP_TOO_SMALL') : accept(face);
  }
  const { faces, reasonCode } = await searchPortrait(tools.finder, card);
  if (faces === null) return refusePortrait(reasonCode);
  const best = await embedUpright(embedder, faces, thresholds);
  if (isTooSmall(best.located, thresholds)) return refusePortrait('KTP_TOO_SMALL');
  if (isTooWeak(best.face, thresholds)) return refusePortrait('KTP_NOT_READABLE');
  return accept(best.face);
}

/**
 * Embeds a portrait in the orientation in which the network sees most of a face: misplaced landmarks
 * make the embedding short. Stops at the first orientation that leaves no doubt. Without network A the
 * detector's surest orientation is taken.
 */
async function embedUpright(
  embedder: FaceEmbedder,
  [first, ...others]: readonly [LocatedFace, ...LocatedFace[]],
  thresholds: FaceMatchThresholds,
) {
  let best = { located: first, face: await embedder.embed(first, { isPortrait: true }) };
  for (const located of others) {
    if (best.face.strength === null || best.face.strength >= thresholds.uprightStrength) break;
    const face = await embedder.embed(located, { isPortrait: true });
    if ((face.strength ?? 0) > best.face.strength) best = { located, face };
  }
  return best;
}

function accept(face: EmbeddedFace): FaceDescription {
  return { face, isPortrait: true, reasonCode: null };
}

function refuse(reasonCode: ReasonCode): FaceDescription {
  return { face: null, isPortrait: false, reasonCode };
}

function refusePortrait(reasonCode: ReasonCode): FaceDescription {
  return { face: null, isPortrait: true, reasonCode };
}

function isTooWeak({ strength }: EmbeddedFace, { minStrength }: FaceMatchThresholds): boolean {
  return strength !== null && strength < minStrength;
}

function isTooSmall({ landmarks }: LocatedFace, { minEyeDistancePx }: FaceMatchThresholds) {
  return eyeDistance(toFivePoints(landmarks)) < minEyeDistancePx;
}
