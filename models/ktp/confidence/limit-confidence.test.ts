import { expect, it } from 'vitest';
import { limitConfidence } from './limit-confidence.js';

it('trusts no value of which a part is hidden, and leaves the others', () => {
  const confidence = { nik: 0.99, placeOfBirth: 0.98, dateOfBirth: 0.2, name: 0.97 };
  expect(limitConfidence(confidence, new Set(['birth', 'name', 'religion']))).toEqual({
    nik: 0.99,
    placeOfBirth: 0.4,
    dateOfBirth: 0.2,
    name: 0.4,
  });
  expect(limitConfidence(confidence, new Set())).toEqual(confidence);
});
