import { expect, it } from 'vitest';
import { compareSpeed } from './compare-speed.js';
import { judgePicture } from './judge-picture.js';

function judgeTimes(times: readonly number[]) {
  return times.map((ms, index) => {
    const picture = { path: '', file: String(index), condition: '', isKtp: false, truth: {} };
    return judgePicture(picture, { failure: 'none', ms });
  });
}

it('compares picture by picture, so that one slow stretch decides nothing', () => {
  // The third picture was read while the machine did something else.
  expect(compareSpeed(judgeTimes([10, 20, 500]), judgeTimes([60, 120, 3000]))).toBe(6);
  expect(compareSpeed(judgeTimes([10, 10, 10]), judgeTimes([60, 60, 9000]))).toBe(6);
});
