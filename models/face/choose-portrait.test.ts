import { expect, it } from 'vitest';
import { choosePortrait, expectPortrait } from './choose-portrait.js';
import { overlapOf, type FaceBox } from './face-box.js';

const ZONE = { width: 370, height: 530 };
const PORTRAIT = { left: 142, top: 166, width: 96, height: 134, score: 0.9 };

it('takes the face that lies as portraits do, not the larger or the surer one', () => {
  const bystander = { left: 60, top: 280, width: 70, height: 110, score: 0.99 };
  const print = { left: 10, top: 20, width: 200, height: 280, score: 0.99 };
  expect(choosePortrait([print, bystander, PORTRAIT], ZONE)).toBe(PORTRAIT);
  expect(choosePortrait([bystander], ZONE)).toBe(bystander);
  const none: readonly FaceBox[] = [];
  expect(choosePortrait(none, ZONE)).toBeUndefined();
});

it('expects a portrait where cards have one, unseen', () => {
  const expected = expectPortrait(ZONE);
  expect(expected.score).toBe(0);
  expect(overlapOf(expected, PORTRAIT)).toBeGreaterThan(0.8);
});
