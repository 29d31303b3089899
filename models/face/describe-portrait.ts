import type { ReasonCode } from '../../contract/reason-code.js';
import type { RasterImage } from '../image/raster-image.js';
import type { FaceDescription } from './describe-face.js';
import type { EmbeddedFace, FaceEmbedder } from './face-embedder.js';
import type { LocatedFace } from './locate-main-face.js';
import { locatePortrait, type PlacedPortrait, type PortraitTools } from './locate-portrait.js';
import { measureFace } from './measure-face.js';
import { searchPortrait } from './search-portrait.js';
import type { FaceMatchThresholds } from './thresholds.js';

interface EmbeddedPortrait extends PlacedPortrait {
  readonly face: EmbeddedFace;
}

/**
 * Finds and embeds the portrait on a card: where a card has it or, should nothing clear be there,
 * anywhere on the picture. A portrait that is found but says too little has both a face and a
 * reason.
 */
export async function describePortrait(
  embedder: FaceEmbedder,
  tools: PortraitTools,
  { card, thresholds }: { readonly card: RasterImage; readonly thresholds: FaceMatchThresholds },
): Promise<FaceDescription> {
  const placed = await locatePortrait(tools, card);
  const inPlace = placed && { ...placed, face: await embedPortrait(embedder, placed.located) };
  if (inPlace?.isSeen && !isTooWeak(inPlace.face, thresholds)) {
    return await judge(inPlace, thresholds);
  }
  const { faces, reasonCode } = await searchPortrait(tools.finder, card);
  const found = faces && (await embedUpright(embedder, faces, thresholds));
  const best = chooseStronger(inPlace, found);
  if (best === null || !isFace(best, thresholds)) {
    return refuse(card, reasonCode ?? 'KTP_NOT_READABLE');
  }
  return await judge(best, thresholds);
}

async function embedPortrait(embedder: FaceEmbedder, located: LocatedFace): Promise<EmbeddedFace> {
  return await embedder.embed(located, { isPortrait: true });
}

/**
 * Embeds a portrait in the orientation in which the network sees most of a face: misplaced landmarks
 * make the embedding short. Stops at the first orientation that leaves no doubt. Without network A the
 * detector's surest orientation is taken.
 */
async function embedUpright(
  embedder: FaceEmbedder,
  [first, ...others]: readonly [LocatedFace, ...LocatedFace[]],
  { uprightStrength }: FaceMatchThresholds,
): Promise<EmbeddedPortrait> {
  let best = { located: first, face: await embedPortrait(embedder, first), isSeen: true };
  for (const located of others) {
    if (best.face.strength === null || best.face.strength >= uprightStrength) break;
    const face = await embedPortrait(embedder, located);
    if ((face.strength ?? 0) > best.face.strength) best = { located, face, isSeen: true };
  }
  return best;
}

/** Without network A what the detector sees counts. */
function chooseStronger(
  inPlace: EmbeddedPortrait | null,
  found: EmbeddedPortrait | null,
): EmbeddedPortrait | null {
  if (inPlace === null || found === null) return inPlace ?? found;
  return (inPlace.face.strength ?? 0) > (found.face.strength ?? 0) ? inPlace : found;
}

/** Of what the detector does not see network A may: 40 drawn silhouettes stay under 1.8 (2026-11-22). */
function isFace({ face, isSeen }: EmbeddedPortrait, thresholds: FaceMatchThresholds): boolean {
  return isSeen || (face.strength !== null && !isTooWeak(face, thresholds));
}

async function judge(
  { located, face, isSeen }: EmbeddedPortrait,
  thresholds: FaceMatchThresholds,
): Promise<FaceDescription> {
  const quality = await measureFace(located);
  const seen = { image: located.image, located, others: [] };
  const base = { isPortrait: true, quality, eyes: null, seen, face };
  if (!isSeen || isTooWeak(face, thresholds)) return { ...base, reasonCode: 'KTP_NOT_READABLE' };
  const isTooSmall = quality.eyeDistancePx < thresholds.minEyeDistancePx;
  return { ...base, reasonCode: isTooSmall ? 'KTP_TOO_SMALL' : null };
}

function refuse(card: RasterImage, reasonCode: ReasonCode): FaceDescription {
  const seen = { image: card, located: null, others: [] };
  return { isPortrait: true, quality: null, eyes: null, seen, face: null, reasonCode };
}

function isTooWeak(
  { strength }: EmbeddedFace,
  { minPortraitStrength }: FaceMatchThresholds,
): boolean {
  return strength !== null && strength < minPortraitStrength;
}
