import { expect, it } from 'vitest';
import { measureFace } from './measure-face.js';

const SIDE = 200;

/** A face of 68 points whose eyes, nose and mouth corners lie as given. */
function faceWith(noseX: number, level: (x: number, y: number) => number) {
  const points = Array.from({ length: 68 }, () => ({ x: 100, y: 100 }));
  const put = (indices: readonly number[], x: number, y: number) => {
    for (const index of indices) points[index] = { x, y };
  };
  put([37, 38, 40, 41], 70, 80);
  put([43, 44, 46, 47], 130, 80);
  put([30], noseX, 110);
  put([48, 60], 75, 140);
  put([54, 64], 125, 140);
  const data = new Uint8Array(SIDE * SIDE * 3);
  for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
    const value = level(pixel % SIDE, Math.floor(pixel / SIDE));
    data.fill(value, pixel * 3, pixel * 3 + 3);
  }
  const image = { width: SIDE, height: SIDE, data };
  return {
    image,
    box: { left: 40, top: 40, width: 120, height: 140, score: 1 },
    landmarks: points,
  };
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
  const lean = (point: { x: number; y: number }) => ({ x: point.x, y: point.y + point.x * 0.1 });
  const leaning = await measureFace({ ...face, landmarks: face.landmarks.map(lean) });
  expect(leaning.roll).toBeCloseTo(5.7, 1);
  const lowered = face.landmarks.map((point, index) => (index === 30 ? { x: 100, y: 125 } : point));
  expect((await measureFace({ ...face, landmarks: lowered })).drop).toBeCloseTo(0.75);
});

it('finds fine print sharper than a slope of the same contrast', async () => {
  const fine = await measureFace(faceWith(100, (x) => (Math.floor(x / 6) % 2 === 0 ? 60 : 180)));
  const slope = await measureFace(faceWith(100, (x) => 30 + x));
  expect(fine.sharpness).toBeGreaterThan(0.2);
  expect(slope.sharpness).toBeLessThan(0.07);
});
