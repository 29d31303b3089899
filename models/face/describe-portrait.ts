import type { RasterImage } from '../image/raster-image.js';
import type { FaceDescription } from './describe-face.js';
import type { EmbeddedFace, FaceEmbedder } from './face-embedder.js';
import { locatePortrait, type PortraitTools } from './locate-portrait.js';
import { measureFace } from './measure-face.js';
import type { FaceMatchThresholds } from './thresholds.js';

/**
 * Finds and embeds the portrait where a card has it, and nowhere else: a face beside the card is its
 * holder's or a bystander's. A portrait that is found but says too little has both a face and a reason.
 */
export async function describePortrait(
  embedder: FaceEmbedder,
  tools: PortraitTools,
  { card, thresholds }: { readonly card: RasterImage; readonly thresholds: FaceMatchThresholds },
): Promise<FaceDescription> {
  const placed = await locatePortrait(tools, card);
  if (placed === null) return refuse(card);
  const { located, isSeen } = placed;
  const face = await embedder.embed(located, { isPortrait: true });
  const isWeak = isTooWeak(face, thresholds);
  // Of what no detector sees network A may: 40 drawn silhouettes stay under 1.8 (2026-11-22).
  if (!isSeen && (face.strength === null || isWeak)) return refuse(card);
  const quality = await measureFace(located);
  const seen = { image: located.image, located, others: [] };
  const base = { isPortrait: true, quality, eyes: null, seen, face };
  if (!isSeen || isWeak) return { ...base, reasonCode: 'KTP_NOT_READABLE' };
  const isTooSmall = quality.eyeDistancePx < thresholds.minEyeDistancePx;
  return { ...base, reasonCode: isTooSmall ? 'KTP_TOO_SMALL' : null };
}

function refuse(card: RasterImage): FaceDescription {
  const seen = { image: card, located: null, others: [] };
  const reasonCode = 'KTP_NOT_READABLE';
  return { isPortrait: true, quality: null, eyes: null, seen, face: null, reasonCode };
}

function isTooWeak(
  { strength }: EmbeddedFace,
  { minPortraitStrength }: FaceMatchThresholds,
): boolean {
  return strength !== null && strength < minPortraitStrength;
}
