import { expect, it } from 'vitest';
import { HEAD_SHAPE } from '../../challenge/head-shape.js';
import { viewHead } from './head-view.js';
import { bendPaper, mouldShell } from './mask-form.js';

it('bends paper back at the sides, which then look narrower', () => {
  const { depthAt, pictureAt } = bendPaper(1.5);
  expect(depthAt(1, 0) - depthAt(0, 0)).toBeCloseTo(Math.sqrt(1.5 ** 2 - 1) - 1.5);
  const middle = (pictureAt(0.1, 0)?.x ?? 0) - (pictureAt(0, 0)?.x ?? 0);
  const side = (pictureAt(1.1, 0)?.x ?? 0) - (pictureAt(1, 0)?.x ?? 0);
  expect(middle).toBeCloseTo(0.1, 2);
  expect(side).toBeGreaterThan(0.13);
  expect(pictureAt(1.49, 0)).toBeNull();
});

it('moulds a nose that stands out and a jaw that lies back', () => {
  const { depthAt } = mouldShell(HEAD_SHAPE);
  expect(depthAt(0, 0.58)).toBeGreaterThan(0.4);
  expect(depthAt(1.1, 0.5)).toBeLessThan(-0.6);
});

/** A head of 100 pixels between the eyes, turned to the right of the picture. */
function project(yawDegrees: number) {
  const yaw = (yawDegrees * Math.PI) / 180;
  return HEAD_SHAPE.map(({ x, y, z }) => ({
    x: 300 + 100 * (x * Math.cos(yaw) + z * Math.sin(yaw)),
    y: 200 + 100 * y,
  }));
}

it('finds the place on a worn shell that a turned head shows', () => {
  const landmarks = project(15);
  const view = viewHead(landmarks, { fit: 1, distance: 1e6 });
  expect(view.turn).toBeCloseTo(Math.sin((15 * Math.PI) / 180), 2);
  const { depthAt } = mouldShell(HEAD_SHAPE);
  const nose = view.findOn(depthAt, landmarks[30] ?? { x: 0, y: 0 });
  expect(nose.x).toBeCloseTo(0, 1);
  expect(nose.y).toBeCloseTo(0.58, 1);
});
