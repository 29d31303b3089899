import type { EmbeddedFace, FaceModel } from './face-embedder.js';

/**
 * What a distance of embedding B counts beside a cosine of embedding A; chosen on cross pairs of
 * photographs, where 0.2 to 0.5 part best and 0.3 leaves most
 * room above look-alikes, and of portraits on cards, where 0.3 to 1 do alike (ADR 0022).
 */
const WEIGHT_OF_B = 0.3;

/**
 * How alike two faces are, the more the higher: the cosine of embedding A, the negative distance of
 * embedding B, or both together. The scales of the three differ.
 *
 * @throws TypeError when an embedding of the model is missing
 */
export function compareFaces(one: EmbeddedFace, other: EmbeddedFace, model: FaceModel): number {
  switch (model) {
    case 'a':
      return cosineOf(one.a, other.a);
    case 'b':
      return -distanceOf(one.b, other.b);
    case 'fused':
      return cosineOf(one.a, other.a) - WEIGHT_OF_B * distanceOf(one.b, other.b);
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
