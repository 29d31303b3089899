import type { ReasonCode } from '../../contract/reason-code.js';
import type { RasterImage } from '../image/raster-image.js';
import type { FaceDescription } from './describe-face.js';
import type { EmbeddedFace, FaceEmbedder } from './face-embedder.js';
import type { LocatedFace } from './locate-main-face.js';
import { locatePortrait, type PortraitTools } from './locate-portrait.js';
import { measureFace } from './measure-face.js';
import { searchPortrait } from './search-portrait.js';
import type { FaceMatchThresholds } from './thresholds.js';

interface EmbeddedPortrait {
  readonly located: LocatedFace;
  readonly face: EmbeddedFace;
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
  if (located !== null) {
    const face = await embedder.embed(located, { isPortrait: true });
    if (!isTooWeak(face, thresholds)) return await judge({ located, face }, thresholds);
  }
  const { faces, reasonCode } = await searchPortrait(tools.finder, card);
  if (faces === null) return refuse(card, reasonCode);
  return await judge(await embedUpright(embedder, faces, thresholds), thresholds);
}

async function judge(
  { located, face }: EmbeddedPortrait,
  thresholds: FaceMatchThresholds,
): Promise<FaceDescription> {
  const quality = await measureFace(located);
  const seen = { image: located.image, located, others: [] };
  const base = { isPortrait: true, quality, seen };
  if (quality.eyeDistancePx < thresholds.minEyeDistancePx) {
    return { ...base, face: null, reasonCode: 'KTP_TOO_SMALL' };
  }
  if (isTooWeak(face, thresholds)) return { ...base, face: null, reasonCode: 'KTP_NOT_READABLE' };
  return { ...base, face, reasonCode: null };
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
): Promise<EmbeddedPortrait> {
  let best = { located: first, face: await embedder.embed(first, { isPortrait: true }) };
  for (const located of others) {
    if (best.face.strength === null || best.face.strength >= thresholds.uprightStrength) break;
    const face = await embedder.embed(located, { isPortrait: true });
    if ((face.strength ?? 0) > best.face.strength) best = { located, face };
  }
  return best;
}

function refuse(card: RasterImage, reasonCode: ReasonCode): FaceDescription {
  const seen = { image: card, located: null, others: [] };
  return { isPortrait: true, quality: null, seen, face: null, reasonCode };
}

function isTooWeak(
  { strength }: EmbeddedFace,
  { minPortraitStrength }: FaceMatchThresholds,
): boolean {
  return strength !== null && strength < minPortraitStrength;
}
