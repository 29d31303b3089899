import { expect, it } from 'vitest';
import type { FaceDescription } from './describe-face.js';
import { listFaceSigns } from './face-sign.js';
import { FACE_MATCH_THRESHOLDS } from './thresholds.js';

const quality = {
  eyeDistancePx: 60,
  brightness: 120,
  contrast: 40,
  sharpness: 0.2,
  turn: 0.05,
  drop: 0.55,
  roll: -2,
};
const seen = {
  image: { width: 1, height: 1, data: new Uint8Array(3) },
  located: null,
  others: [],
};
const face = { a: null, b: null, strength: 3.5 };
const eyes = { left: 0.9, right: 0.2 };
const good: FaceDescription = {
  isPortrait: false,
  quality,
  eyes,
  seen,
  face,
  reasonCode: null,
};

const faultsOf = (description: FaceDescription) =>
  listFaceSigns('b', description, FACE_MATCH_THRESHOLDS)
    .filter(({ isFault }) => isFault)
    .map(({ name }) => name);

it('lists all that was measured, and no fault of a good face', () => {
  const signs = listFaceSigns('b', good, FACE_MATCH_THRESHOLDS);
  expect(signs).toHaveLength(9);
  expect(signs.find(({ name }) => name === 'strength')).toMatchObject({
    picture: 'b',
    score: 3.5,
    threshold: FACE_MATCH_THRESHOLDS.minStrength,
  });
  expect(signs.find(({ name }) => name === 'eyes')).toMatchObject({ score: 0.9, threshold: null });
  expect(faultsOf(good)).toEqual([]);
});

it('marks what is below its limit', () => {
  const poor = { ...quality, eyeDistancePx: 10, sharpness: 0.01 };
  expect(faultsOf({ ...good, quality: poor })).toEqual(['eye-distance', 'sharpness']);
  const weak = { ...good, face: { ...face, strength: 2 } };
  expect(faultsOf(weak)).toEqual(['strength']);
  expect(faultsOf({ ...weak, isPortrait: true })).toEqual([]);
});

it('has no strength without network A, and nothing to say where no face is', () => {
  const withoutA = { ...good, face: { ...face, strength: null } };
  const names = listFaceSigns('a', withoutA, FACE_MATCH_THRESHOLDS).map(({ name }) => name);
  expect(names).not.toContain('strength');
  const nobody: FaceDescription = {
    ...good,
    quality: null,
    eyes: null,
    face: null,
    reasonCode: 'FACE_NOT_FOUND',
  };
  expect(listFaceSigns('a', nobody, FACE_MATCH_THRESHOLDS)).toEqual([]);
});
