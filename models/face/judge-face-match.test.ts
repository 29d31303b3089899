import { describe, expect, it } from 'vitest';
import type { EmbeddedFace } from './face-embedder.js';
import { judgeFaceMatch } from './judge-face-match.js';
import { FACE_MATCH_THRESHOLDS } from './thresholds.js';

/** Two faces at the given cosine. */
function facesAt(cosine: number, strength = 3.5): [EmbeddedFace, EmbeddedFace] {
  return [
    { embedding: Float32Array.of(1, 0), strength },
    { embedding: Float32Array.of(cosine, Math.sqrt(1 - cosine * cosine)), strength },
  ];
}

const judge = (cosine: number, strength?: number) =>
  judgeFaceMatch(...facesAt(cosine, strength), FACE_MATCH_THRESHOLDS);

describe('judgeFaceMatch', () => {
  it('passes above the operating cosine, where the score is 0.5', () => {
    expect(judge(0.421)).toMatchObject({ match: true, verdict: 'PASS', reasonCode: null });
    expect(judge(0.421).faceMatchScore).toBeGreaterThanOrEqual(0.5);
  });

  it('never scores a mismatch 0.5, however close', () => {
    const { match, faceMatchScore } = judge(0.419999);
    expect(match).toBe(false);
    expect(faceMatchScore).toBeLessThan(0.5);
  });

  it('asks again between the two limits', () => {
    expect(judge(0.36)).toMatchObject({ verdict: 'RETRY', reasonCode: 'FACE_MATCH_FAILED' });
  });

  it('rejects a clear mismatch of two clear faces', () => {
    expect(judge(0.1)).toMatchObject({ verdict: 'REJECT', reasonCode: 'FACE_MATCH_FAILED' });
  });

  it('asks again when a face is too weak to call the mismatch clear', () => {
    expect(judge(0.1, 2.5)).toMatchObject({ match: false, verdict: 'RETRY' });
  });

  it('orders scores as the cosines and keeps them between 0 and 1', () => {
    const scores = [-1, -0.2, 0.2, 0.42, 0.6, 1].map((cosine) => judge(cosine).faceMatchScore);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  it('keeps the operating point that ADR 0007 derives', () => {
    expect(FACE_MATCH_THRESHOLDS.operatingCosine).toBe(0.42);
  });
});
