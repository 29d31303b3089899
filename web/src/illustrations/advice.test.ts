import { expect, it } from 'vitest';
import { findAdvice } from './advice.js';

it('has a drawing for a reason that the picture gives, and none for one that it does not know', () => {
  expect(findAdvice('KTP_GLARE')).toBe('NO_GLARE');
  expect(findAdvice('FACE_TOO_CLOSE')).toBe('AWAY');
  expect(findAdvice('SOMETHING_NEW')).toBeNull();
  expect(findAdvice('toString')).toBeNull();
  expect(findAdvice(null)).toBeNull();
});
