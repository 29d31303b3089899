import type { EmbeddedFace, FaceModel } from './face-embedder.js';

/** What is compared with what, and by which networks. */
export interface FacePairKind {
  readonly model: FaceModel;
  /** `portraits`: at least one of the two is printed on a card. */
  readonly pair: 'photographs' | 'portraits';
}

/**
 * What a distance of embedding B counts beside a cosine of embedding A. Photographs are parted best with
 * 0.2 to 0.5, and 0.3 leaves most room above look-alikes. Of portraits A sees less: the more B counts,
 * up to 1, the more are told on the five people of `tune`; B is the weaker with others, hence not more
 * than 0.5 (ADR 0022).
 */
const WEIGHT_OF_B = { photographs: 0.3, portraits: 0.5 } as const;

/**
 * How alike two faces are, the more the higher: the cosine of embedding A, the negative distance of
 * embedding B, or both together. The scales of the three differ.
 *
 * @throws TypeError when an embedding of the model is missing
 */
export function compareFaces(
  one: EmbeddedFace,
  other: EmbeddedFace,
  { model, pair }: FacePairKind,
): number {
  switch (model) {
    case 'a':
      return cosineOf(one.a, other.a);
    case 'b':
      return -distanceOf(one.b, other.b);
    case 'fused':
      return cosineOf(one.a, other.a) - WEIGHT_OF_B[pair] * distanceOf(one.b, other.b);
  }
}

type Embedding = Float32Array | null;

/** Both have length 1. */
function cosineOf(one: Embedding, other: Embedding): number {
  if (one === null || other === null) throw new TypeError('Embedding A is missing.');
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

function distanceOf(one: Embedding, other: Embedding): number {
  if (one === null || other === null) throw new TypeError('Embedding B is missing.');
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
}
