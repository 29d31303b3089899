import { expect, it } from 'vitest';
import { HEAD_SHAPE } from '../../challenge/head-shape.js';
import { createRandom } from '../../specimen/specimen-random.js';
import { buildPyramid, type Light } from './light-image.js';
import type { PortrayedHead } from './portrayed-face.js';
import { estimateRoomLight, shadeOf } from './room-light.js';

const SIDE = 200;

/** A face whose left half, as seen, has one light and whose right half another. */
function drawHalves(left: Light, right: Light): PortrayedHead {
  const data = new Float32Array(SIDE * SIDE * 3);
  for (let at = 0; at < data.length; at += 1) {
    const isLeft = Math.floor(at / 3) % SIDE < SIDE / 2;
    data[at] = (isLeft ? left : right)[at % 3] ?? 0;
  }
  return {
    content: buildPyramid({ width: SIDE, height: SIDE, data }),
    width: SIDE,
    height: SIDE,
    box: { left: 40, top: 40, width: 120, height: 120 },
    landmarks: HEAD_SHAPE.map(({ x, y }) => ({ x: 100 + x * 50, y: 70 + y * 50 })),
  };
}

const skin: Light = [0.48, 0.3, 0.21];
const dim: Light = [0.16, 0.1, 0.07];
const estimate = (wearer: PortrayedHead) =>
  estimateRoomLight(wearer, drawHalves(skin, skin), createRandom(3, 'light'));

it('puts the lamp on the side of the brighter cheek', () => {
  const light = estimate(drawHalves(skin, dim));
  expect(light.towards.x).toBeLessThan(-0.2);
  const shade = (x: number) => shadeOf(light, { x, y: 0, z: 0.8 });
  expect(shade(-0.6)).toBeGreaterThan(shade(0.6));
});

it('lights a mask in the colour of the room', () => {
  const { white: neutral } = estimate(drawHalves(skin, skin));
  expect(neutral[0]).toBeCloseTo(neutral[1], 2);
  const warm: Light = [0.48, 0.2, 0.08];
  const { white } = estimate(drawHalves(warm, warm));
  expect(white[0]).toBeGreaterThan(white[1] * 1.2);
  expect(white[2]).toBeLessThan(white[1] * 0.8);
});

it('dims a mask in a room where its wearer is dim', () => {
  const bright = estimate(drawHalves(skin, skin));
  expect(estimate(drawHalves(dim, dim)).white[1]).toBeLessThan(bright.white[1] * 0.7);
});
