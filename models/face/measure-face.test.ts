import { expect, it } from 'vitest';
import type { Point } from './face-landmarks.js';
import type { FivePoints } from './five-points.js';
import { measureFace } from './measure-face.js';

const SIDE = 200;

/** A face whose eyes, nose and mouth corners lie as given. */
function faceWith(noseX: number, level: (x: number, y: number) => number) {
  const points: FivePoints = [
    { x: 70, y: 80 },
    { x: 130, y: 80 },
    { x: noseX, y: 110 },
    { x: 75, y: 140 },
    { x: 125, y: 140 },
  ];
  const data = new Uint8Array(SIDE * SIDE * 3);
  for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
    const value = level(pixel % SIDE, Math.floor(pixel / SIDE));
    data.fill(value, pixel * 3, pixel * 3 + 3);
  }
  const image = { width: SIDE, height: SIDE, data };
  return { image, points };
}

it('measures the size, the light and the turn of a face', async () => {
  const quality = await measureFace(faceWith(115, () => 40));
  expect(quality.eyeDistancePx).toBeCloseTo(60);
  expect(quality.brightness).toBeCloseTo(40, 0);
  expect(quality.turn).toBeCloseTo(0.25);
  expect(quality.drop).toBeCloseTo(0.5);
  expect(quality.roll).toBeCloseTo(0);
  expect((await measureFace(faceWith(100, () => 40))).turn).toBeCloseTo(0);
});

it('measures how far a face leans and nods', async () => {
  const face = faceWith(100, () => 40);
  const lean = ({ x, y }: Point) => ({ x, y: y + x * 0.1 });
  const [one, two, three, four, five] = face.points;
  const leaning: FivePoints = [lean(one), lean(two), lean(three), lean(four), lean(five)];
  expect((await measureFace({ ...face, points: leaning })).roll).toBeCloseTo(5.7, 1);
  const lowered: FivePoints = [one, two, { x: 100, y: 125 }, four, five];
  expect((await measureFace({ ...face, points: lowered })).drop).toBeCloseTo(0.75);
});

it('finds fine print sharper than a slope of the same contrast', async () => {
  const fine = await measureFace(faceWith(100, (x) => (Math.floor(x / 6) % 2 === 0 ? 60 : 180)));
  const slope = await measureFace(faceWith(100, (x) => 30 + x));
  expect(fine.sharpness).toBeGreaterThan(0.2);
  expect(slope.sharpness).toBeLessThan(0.07);
});
