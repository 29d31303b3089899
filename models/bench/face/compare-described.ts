import { compareFaces } from '../../face/compare-faces.js';
import type { FaceModel } from '../../face/face-embedder.js';
import { judgeFaceMatch } from '../../face/judge-face-match.js';
import { FACE_MATCH_THRESHOLDS } from '../../face/thresholds.js';
import type { Described } from './describe-photographs.js';
import { PEER_DISTANCE } from './peers.js';

/** What an engine makes of two photographs. */
export interface Comparison {
  /** The more alike the higher, on the engine's own scale; `null` where it failed on one of them. */
  readonly similarity: number | null;
  /** 0 to 1 with the engine's operating point at 0.5, for drawing. */
  readonly score: number | null;
  readonly isMatch: boolean;
}

const FAILED: Comparison = { similarity: null, score: null, isMatch: false };

/** Compares as the product does, or by the distance of a peer's vectors. */
export function compareDescribed(a: Described | undefined, b: Described | undefined): Comparison {
  if (a === undefined || b === undefined) return FAILED;
  if ('vector' in a && 'vector' in b) {
    const distance = Math.hypot(...a.vector.map((value, index) => value - (b.vector[index] ?? 0)));
    const score = Math.max(1 - distance / (2 * PEER_DISTANCE), 0);
    return { similarity: -distance, score, isMatch: distance <= PEER_DISTANCE };
  }
  if (!('face' in a && 'face' in b)) return FAILED;
  const [one, other] = [toEmbedded(a.face), toEmbedded(b.face)];
  const pair = a.face.isPortrait || b.face.isPortrait ? 'portraits' : 'photographs';
  const kind = { model: modelOf(one), pair } as const;
  const judged = judgeFaceMatch([one, other], kind, FACE_MATCH_THRESHOLDS);
  return {
    similarity: compareFaces(one, other, kind),
    score: judged.faceMatchScore,
    isMatch: judged.match && a.fault === null && b.fault === null,
  };
}

type OwnFace = Extract<Described, { face: unknown }>['face'];

function toEmbedded({ a, b, strength }: OwnFace) {
  return { a: a && Float32Array.from(a), b: b && Float32Array.from(b), strength };
}

function modelOf({ a, b }: ReturnType<typeof toEmbedded>): FaceModel {
  if (a === null) return 'b';
  return b === null ? 'a' : 'fused';
}
