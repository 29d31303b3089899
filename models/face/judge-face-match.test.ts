import { describe, expect, it } from 'vitest';
import type { EmbeddedFace } from './face-embedder.js';
import { judgeFaceMatch } from './judge-face-match.js';
import { FACE_MATCH_THRESHOLDS } from './thresholds.js';

/** Two faces whose embeddings A have the given cosine. */
function facesAt(cosine: number, strength: number | null = 3.5): [EmbeddedFace, EmbeddedFace] {
  return [
    { a: Float32Array.of(1, 0), b: null, strength },
    { a: Float32Array.of(cosine, Math.sqrt(1 - cosine * cosine)), b: null, strength },
  ];
}

/** Two faces whose embeddings B lie so far apart. */
function facesApart(distance: number): [EmbeddedFace, EmbeddedFace] {
  return [
    { a: null, b: Float32Array.of(0, 0), strength: null },
    { a: null, b: Float32Array.of(0, distance), strength: null },
  ];
}

const judge = (cosine: number, strength?: number | null) =>
  judgeFaceMatch(
    facesAt(cosine, strength),
    { model: 'a', pair: 'photographs' },
    FACE_MATCH_THRESHOLDS,
  );

describe('judgeFaceMatch', () => {
  it('scores 0.5 where at most one different pair in a thousand is as alike', () => {
    expect(judge(0.3801)).toMatchObject({ match: true });
    expect(judge(0.3801).faceMatchScore).toBeCloseTo(0.5, 2);
  });

  it('never scores a mismatch 0.5, however close', () => {
    const { match, faceMatchScore } = judge(0.379999);
    expect(match).toBe(false);
    expect(faceMatchScore).toBeLessThan(0.5);
  });

  it('passes from 0.5 on, and asks again where another picture may change the answer', () => {
    expect(judge(0.46)).toMatchObject({ verdict: 'PASS', isInDoubt: false, reasonCode: null });
    expect(judge(0.39)).toMatchObject({ verdict: 'PASS', isInDoubt: true, reasonCode: null });
    for (const cosine of [0.32, 0.37]) {
      const doubt = { verdict: 'RETRY', isInDoubt: true, reasonCode: 'FACE_MATCH_FAILED' };
      expect(judge(cosine)).toMatchObject(doubt);
    }
  });

  it('rejects a clear mismatch of two clear faces', () => {
    const rejected = { verdict: 'REJECT', isInDoubt: false, reasonCode: 'FACE_MATCH_FAILED' };
    expect(judge(0.1)).toMatchObject(rejected);
  });

  it('asks again when a face is too weak to call the mismatch clear', () => {
    expect(judge(0.1, 2.5)).toMatchObject({ match: false, verdict: 'RETRY' });
  });

  it('orders scores as the similarities and keeps them between 0 and 1', () => {
    const scores = [-1, -0.2, 0.2, 0.42, 0.6, 1].map((cosine) => judge(cosine).faceMatchScore);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  });

  it('judges with network B alone, by distance', () => {
    const judgeB = (distance: number) =>
      judgeFaceMatch(
        facesApart(distance),
        { model: 'b', pair: 'photographs' },
        FACE_MATCH_THRESHOLDS,
      );
    expect(judgeB(0.4)).toMatchObject({ match: true, verdict: 'PASS' });
    expect(judgeB(0.9)).toMatchObject({ match: false, verdict: 'REJECT' });
  });

  it('expects less of a portrait on a card than of a photograph', () => {
    const kinds = ['photographs', 'portraits'] as const;
    const [photograph, portrait] = kinds.map((pair) =>
      judgeFaceMatch(facesAt(0.32), { model: 'a', pair }, FACE_MATCH_THRESHOLDS),
    );
    expect(photograph!.match).toBe(false);
    expect(portrait!.match).toBe(true);
  });

  it('keeps the operating points that ADR 0022 derives', () => {
    expect(FACE_MATCH_THRESHOLDS.photographs).toMatchObject({
      fused: { operating: 0.205 },
      a: { operating: 0.38 },
      b: { operating: -0.55 },
    });
  });
});
