import { expect, it } from 'vitest';
import { compareSpeed, findWeakerFields } from './compare-engines.js';
import { judgePicture } from './judge-picture.js';
import { summarise } from './summarise.js';

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

it('names the fields in which the other engine is more exact', () => {
  const truth = { nik: '12', name: 'BUDI', address: 'JL. X' };
  const picture = { path: '', file: '', condition: '', isKtp: true, truth };
  const cost = { isKtp: true, confidence: {}, ms: 1, cpuMs: 1, peakRssMib: 1 };
  const read = (details: Partial<typeof truth>) =>
    summarise('x', [judgePicture(picture, { ...cost, details })]);
  const ours = read({ nik: '12', address: 'JL. X' });
  expect(findWeakerFields(ours, read({ nik: '12', name: 'BUDI' }))).toEqual(['name']);
  expect(findWeakerFields(ours, read({ nik: '12' }))).toEqual([]);
});
