import type { ReasonCode } from '../../contract/reason-code.js';
import type { RasterImage } from '../image/raster-image.js';
import type { EyeOpenness, EyeOpennessMeter } from './eye-openness.js';
import type { FaceBox } from './face-box.js';
import type { EmbeddedFace, FaceEmbedder } from './face-embedder.js';
import { findFaceFault } from './find-face-fault.js';
import type { FaceLocation, LocatedFace } from './locate-main-face.js';
import { measureFace, type FaceQuality } from './measure-face.js';
import type { FaceMatchThresholds } from './thresholds.js';

/** What one picture contributes to a match, and why it contributes little or nothing. */
export type FaceDescription = {
  /** Whether it was taken from a card. */
  readonly isPortrait: boolean;
  /** `null` where no one face was found. */
  readonly quality: FaceQuality | null;
  /** Of a photograph: printed ones are too small and too coarse for the network. */
  readonly eyes: EyeOpenness | null;
  /** What was looked at; of a card it is the part with the portrait, laid straight. */
  readonly seen: SeenFace;
} & (
  | {
      readonly face: EmbeddedFace;
      /** Why the face says too little to go by, though it can be compared; `null` where it says enough. */
      readonly reasonCode: ReasonCode | null;
    }
  | { readonly face: null; readonly reasonCode: ReasonCode }
);

export interface SeenFace {
  readonly image: RasterImage;
  readonly located: Pick<LocatedFace, 'box' | 'landmarks'> | null;
  /** Further faces, which were not described. */
  readonly others: readonly FaceBox[];
}

export interface FaceTools {
  readonly embedder: FaceEmbedder;
  readonly eyes: EyeOpennessMeter;
}

/** Aligns and embeds the face of a selfie or reference image. */
export async function describeFace(
  { embedder, eyes: meter }: FaceTools,
  { image, location }: { readonly image: RasterImage; readonly location: FaceLocation },
  thresholds: FaceMatchThresholds,
): Promise<FaceDescription> {
  const { face: located, others } = location;
  const seen = { image, located, others };
  const base = { isPortrait: false, seen, quality: null, eyes: null };
  if (located === null) return { ...base, face: null, reasonCode: location.reasonCode };
  const quality = await measureFace(located);
  const eyes = await meter.measure(image, located.landmarks);
  const face = await embedder.embed(located);
  const reasonCode = findFaceFault({ quality, strength: face.strength }, thresholds);
  return { ...base, quality, eyes, face, reasonCode };
}
