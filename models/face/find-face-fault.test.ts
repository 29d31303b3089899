import { expect, it } from 'vitest';
import { findFaceFault } from './find-face-fault.js';
import type { FaceQuality } from './measure-face.js';
import { FACE_MATCH_THRESHOLDS } from './thresholds.js';

const GOOD = {
  eyeDistancePx: 60,
  brightness: 130,
  contrast: 40,
  sharpness: 0.25,
  turn: 0.05,
  drop: 0.55,
  roll: 0,
};

function faultOf(change: Partial<FaceQuality>, strength: number | null) {
  return findFaceFault({ quality: { ...GOOD, ...change }, strength }, FACE_MATCH_THRESHOLDS);
}

it.each([
  ['FACE_DARK', { brightness: 12 }],
  ['FACE_BLURRY', { sharpness: 0.1 }],
  ['FACE_NOT_FRONTAL', { turn: -0.4 }],
  ['FACE_OCCLUDED', {}],
] as const)('says %s of a face that the network sees little of', (reasonCode, change) => {
  expect(faultOf(change, 2)).toBe(reasonCode);
  expect(faultOf(change, 3)).toBeNull();
});

it('refuses what is too small or too blurred whatever the network sees, and without it', () => {
  expect(faultOf({ eyeDistancePx: 10 }, 4)).toBe('FACE_TOO_SMALL');
  expect(faultOf({ sharpness: 0.04 }, null)).toBe('FACE_BLURRY');
  expect(faultOf({ brightness: 12 }, null)).toBeNull();
});
