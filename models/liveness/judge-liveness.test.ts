import { describe, expect, it } from 'vitest';
import { judgeLiveness, limitByStill } from './judge-liveness.js';
import { enlargeInside, tightFaceBox } from './liveness-crop.js';
import { LIVENESS_THRESHOLDS } from './thresholds.js';

const image = { width: 720, height: 960 };
const box = { left: 260, top: 330, width: 200, height: 260 };
const judge = (score: number, face = box) =>
  judgeLiveness({ box: face, score, image }, LIVENESS_THRESHOLDS);

describe('judgeLiveness', () => {
  it('passes from the operating point on', () => {
    expect(judge(0.9)).toEqual({
      live: true,
      livenessScore: 0.9,
      isInDoubt: false,
      verdict: 'PASS',
      reasonCode: null,
    });
  });

  it('passes a score that is not sure, and says that a challenge would tell', () => {
    expect(judge(0.5)).toMatchObject({ live: true, isInDoubt: true, verdict: 'PASS' });
    expect(judge(0.8999)).toMatchObject({ live: true, isInDoubt: true });
  });

  it('asks again in doubt and rejects a clear attack', () => {
    const reasonCode = 'LIVENESS_CHECK_FAILED';
    expect(judge(0.4999)).toEqual({
      live: false,
      livenessScore: 0.4999,
      isInDoubt: true,
      verdict: 'RETRY',
      reasonCode,
    });
    expect(judge(0.0099)).toEqual({
      live: false,
      livenessScore: 0.0099,
      isInDoubt: false,
      verdict: 'REJECT',
      reasonCode,
    });
  });

  it('asks for more distance, and tells no score', () => {
    const close = { left: 60, top: 100, width: 600, height: 700 };
    for (const score of [0.001, 0.99]) {
      expect(judge(score, close)).toMatchObject({
        verdict: 'RETRY',
        reasonCode: 'FACE_TOO_CLOSE',
        livenessScore: null,
      });
    }
  });

  it('asks for less distance, and tells no score', () => {
    const far = { left: 300, top: 300, width: 40, height: 52 };
    expect(judge(0.99, far)).toMatchObject({
      live: false,
      reasonCode: 'FACE_TOO_SMALL',
      livenessScore: null,
    });
  });
});

describe('the score of a still with frames', () => {
  it.each([
    ['of somebody else is that of a still which fails alone', 0.02, 0.92, 0.02],
    ['that fail too is the lower', 0.4, 0.1, 0.1],
    ['is of both from a still that passes on', 0.5, 0.92, 0.92],
    ['that fail is of both', 0.9, 0.3, 0.3],
  ])('%s', (_case, still, fused, score) => {
    expect(limitByStill({ still, fused }, LIVENESS_THRESHOLDS)).toBe(score);
  });
});

describe('enlargeInside', () => {
  it('enlarges around the middle of the box', () => {
    const { region, scale } = enlargeInside(box, image, 2);
    expect(scale).toBe(2);
    expect(region).toEqual({ left: 160, top: 200, width: 400, height: 520 });
  });

  it('moves the crop inside the photograph', () => {
    const { region } = enlargeInside({ ...box, left: 0, top: 0 }, image, 2);
    expect([region.left, region.top]).toEqual([0, 0]);
  });

  it('enlarges less where the photograph ends', () => {
    expect(enlargeInside(box, image, 10).scale).toBeCloseTo(3.6);
  });
});

describe('tightFaceBox', () => {
  it('reaches from jaw to jaw and from the forehead to the chin', () => {
    const face = tightFaceBox([
      { x: 100, y: 200 },
      { x: 300, y: 210 },
      { x: 200, y: 450 },
    ]);
    expect(face).toEqual({ left: 100, top: 150, width: 200, height: 300 });
  });
});
