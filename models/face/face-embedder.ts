import type { RasterImage } from '../image/raster-image.js';
import { removeColour } from '../image/remove-colour.js';
import { removeSpeckle } from '../image/remove-speckle.js';
import type { WeightStore } from '../weights/weight-store.js';
import { alignFace, type FaceAlignment } from './align-face.js';
import { createEmbeddingA, type EmbeddingA } from './embedding-a.js';
import { createEmbeddingB } from './embedding-b.js';
import type { EmbeddingNetwork } from './embedding-network.js';
import type { LocatedFace } from './locate-main-face.js';

/** Which networks tell people apart: both, or one of them alone (ADR 0022). */
export const FACE_MODELS = ['fused', 'a', 'b'] as const;

export type FaceModel = (typeof FACE_MODELS)[number];

export interface EmbeddedFace {
  /** Embedding A: 512 numbers of length 1; `null` where the network is not used. */
  readonly a: Float32Array | null;
  /** Embedding B: 128 numbers. */
  readonly b: Float32Array | null;
  /**
   * Length of what network A answers before it is normalised: how much of a face it saw. Sharp frontal
   * faces reach 3 to 4.5; what is blurred, covered, upside down or no face stays under 2.6.
   */
  readonly strength: number | null;
}

export interface FaceEmbedder {
  readonly model: FaceModel;
  /**
   * @param options `isPortrait`: printed on a card, so its dots and grain are smoothed first, and
   *   network A sees it in grey: the tint of print and light tells it less than it misleads (ADR 0022)
   */
  embed(face: LocatedFace, options?: { readonly isPortrait?: boolean }): Promise<EmbeddedFace>;
}

/** Loads only the networks of the model. */
export async function createFaceEmbedder(
  weights: WeightStore,
  model: FaceModel,
): Promise<FaceEmbedder> {
  const networkA = model === 'b' ? null : await createEmbeddingA(weights);
  const networkB = model === 'a' ? null : await createEmbeddingB(weights);

  async function align(alignment: FaceAlignment, { image, points }: LocatedFace) {
    return await alignFace(image, points, alignment);
  }

  async function showA({ alignment }: EmbeddingA, face: LocatedFace, isPortrait: boolean) {
    const aligned = await align(alignment, face);
    return isPortrait ? removeSpeckle(removeColour(aligned)) : aligned;
  }

  async function showB({ alignment }: EmbeddingNetwork, face: LocatedFace, isPortrait: boolean) {
    const aligned = await align(alignment, face);
    return isPortrait ? removeSpeckle(aligned) : aligned;
  }

  return {
    model,
    async embed(face, { isPortrait = false } = {}) {
      const a =
        networkA && (await embedBothWays(networkA, await showA(networkA, face, isPortrait)));
      const b = networkB && (await networkB.embed(await showB(networkB, face, isPortrait)));
      return { a: a?.embedding ?? null, b, strength: a?.strength ?? null };
    },
  };
}

/**
 * The face and its mirror image, summed: left and right light count the same. With network A it lifts
 * the weakest hundredth of same pairs from a cosine of 0.38 to 0.40; with network B it costs, so that
 * one looks once.
 */
async function embedBothWays(network: EmbeddingA, aligned: RasterImage) {
  const { straight, mirrored } = await network.embedBothWays(aligned);
  const sum = straight.map((value, index) => value + (mirrored[index] ?? 0));
  const length = Math.hypot(...sum);
  return { embedding: sum.map((value) => value / length), strength: Math.hypot(...straight) };
}
