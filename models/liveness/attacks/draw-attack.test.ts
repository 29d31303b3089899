import { expect, it } from 'vitest';
import { decodeImage } from '../../image/decode-image.js';
import { ATTACK_KINDS } from './attack-kind.js';
import { drawAttack } from './draw-attack.js';
import { buildPyramid } from './light-image.js';
import type { PortrayedFace } from './portrayed-face.js';

const [WIDTH, HEIGHT] = [260, 260];

/** A light disc on a dark ground is face enough for the camera. */
function drawDisc(): PortrayedFace {
  const data = new Float32Array(WIDTH * HEIGHT * 3);
  for (let at = 0; at < data.length; at += 1) {
    const pixel = Math.floor(at / 3);
    const distance = Math.hypot((pixel % WIDTH) - 130, Math.floor(pixel / WIDTH) - 130);
    data[at] = distance < 55 ? 0.5 : 0.1;
  }
  const box = { left: 80, top: 75, width: 100, height: 110 };
  return {
    content: buildPyramid({ width: WIDTH, height: HEIGHT, data }),
    width: WIDTH,
    height: HEIGHT,
    box,
  };
}

const portrayed = drawDisc();

it('shows every kind to the same camera: pictures of one size', async () => {
  const sizes = new Set<string>();
  for (const kind of ATTACK_KINDS) {
    const { still } = await drawAttack({ kind, portrayed, seed: 1_000_003, frames: 0 });
    const { width, height } = await decodeImage(still);
    sizes.add(`${String(width)}×${String(height)}`);
  }
  expect(sizes.size).toBe(1);
}, 20_000);

it('draws the same from the same seed, and another picture from another', async () => {
  const draw = async (seed: number) =>
    Buffer.from((await drawAttack({ kind: 'replay', portrayed, seed, frames: 0 })).still);
  const first = await draw(1_000_004);
  expect((await draw(1_000_004)).equals(first)).toBe(true);
  expect((await draw(1_000_005)).equals(first)).toBe(false);
}, 20_000);

it('moves between the pictures of a burst', async () => {
  const { still, frames } = await drawAttack({
    kind: 'live',
    portrayed,
    seed: 1_000_006,
    frames: 3,
  });
  expect(frames.map(({ atMs }) => atMs)).toEqual([0, 120, 240]);
  for (const { jpeg } of frames) expect(Buffer.from(jpeg).equals(Buffer.from(still))).toBe(false);
}, 20_000);
