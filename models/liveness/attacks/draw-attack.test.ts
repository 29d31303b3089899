import { expect, it } from 'vitest';
import { HEAD_SHAPE } from '../../challenge/head-shape.js';
import { decodeImage } from '../../image/decode-image.js';
import type { RasterImage } from '../../image/raster-image.js';
import { createRandom } from '../../specimen/specimen-random.js';
import { ATTACK_KINDS, type AttackKind } from './attack-kind.js';
import { drawAttack } from './draw-attack.js';
import { buildPyramid } from './light-image.js';
import { planScene, type Scene } from './plan-scene.js';
import { headAround, type PortrayedHead } from './portrayed-face.js';

const [WIDTH, HEIGHT] = [260, 260];

/** A disc on a dark ground is face enough for the camera; the points of a face say where. */
function drawDisc(brightness: number): PortrayedHead {
  const data = new Float32Array(WIDTH * HEIGHT * 3);
  for (let at = 0; at < data.length; at += 1) {
    const pixel = Math.floor(at / 3);
    const distance = Math.hypot((pixel % WIDTH) - 130, Math.floor(pixel / WIDTH) - 130);
    data[at] = distance < 55 ? brightness : 0.1;
  }
  const box = { left: 80, top: 75, width: 100, height: 110 };
  return {
    content: buildPyramid({ width: WIDTH, height: HEIGHT, data }),
    width: WIDTH,
    height: HEIGHT,
    box,
    landmarks: HEAD_SHAPE.map(({ x, y }) => ({ x: 130 + x * 42, y: 102 + y * 42 })),
  };
}

const portrayed = drawDisc(0.5);
const stranger = drawDisc(0.05);

const draw = async (kind: AttackKind, seed: number) =>
  (await drawAttack({ kind, portrayed, stranger, seed, frames: 0 })).still;

it('shows every kind to the same camera: pictures of one size', async () => {
  const sizes = new Set<string>();
  for (const kind of ATTACK_KINDS) {
    const { width, height } = await decodeImage(await draw(kind, 1_000_003));
    sizes.add(`${String(width)}×${String(height)}`);
  }
  expect(sizes.size).toBe(1);
}, 20_000);

it('draws the same from the same seed, and another picture from another', async () => {
  for (const kind of ['replay', 'worn-mask'] as const) {
    const first = Buffer.from(await draw(kind, 1_000_004));
    expect(first.equals(await draw(kind, 1_000_004))).toBe(true);
    expect(first.equals(await draw(kind, 1_000_005))).toBe(false);
  }
}, 20_000);

it('moves between the pictures of a burst', async () => {
  const { still, frames } = await drawAttack({
    kind: 'live',
    portrayed,
    stranger,
    seed: 1_000_006,
    frames: 3,
  });
  expect(frames.map(({ atMs }) => atMs)).toEqual([0, 120, 240]);
  for (const { jpeg } of frames) expect(Buffer.from(jpeg).equals(Buffer.from(still))).toBe(false);
}, 20_000);

/** Mean green of nine fields, row by row, as drawn before worn masks were added. */
const RECORDED: readonly (readonly [AttackKind, readonly number[]])[] = [
  ['live', [96.6, 143.3, 88.2, 121.8, 182.6, 102.8, 90.4, 123.3, 85.9]],
  ['print', [119.1, 152.1, 115, 136.1, 180.1, 126.7, 115.6, 140.4, 113.2]],
  ['replay', [104, 150.2, 97.4, 123.9, 181.4, 111.6, 96.7, 125, 94.2]],
  ['recapture', [90.1, 120.8, 84.9, 106.1, 142.1, 94.8, 87.1, 108.3, 84.9]],
  ['cut-out', [144.6, 152.7, 143.1, 157.2, 177.4, 154.1, 152.1, 137.9, 155.8]],
  ['injection', [99.5, 146.8, 91.9, 125, 188, 107.2, 94.1, 129, 89.7]],
];

it.each(RECORDED)('draws %s as figures in the documents were measured on', async (kind, levels) => {
  const image = await decodeImage(await draw(kind, 1_000_010));
  for (const [field, level] of meanFields(image).entries()) {
    expect(level).toBeCloseTo(levels[field] ?? 0, 0);
  }
});

function meanFields({ width, height, data }: RasterImage): number[] {
  const sums = new Array<number>(9).fill(0);
  const counts = new Array<number>(9).fill(0);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const row = Math.floor((Math.floor(pixel / width) / height) * 3);
    const field = row * 3 + Math.floor(((pixel % width) / width) * 3);
    sums[field] = (sums[field] ?? 0) + (data[pixel * 3 + 1] ?? 0);
    counts[field] = (counts[field] ?? 0) + 1;
  }
  return sums.map((sum, field) => sum / (counts[field] ?? 1));
}

it('covers the face with a worn mask and leaves the rest of the world as it is', async () => {
  for (const seed of [1_000_007, 1_000_008, 1_000_009]) {
    const live = await decodeImage(await draw('live', seed));
    const masked = await decodeImage(await draw('worn-mask', seed));
    const scene = planScene(portrayed, createRandom(seed, 'scene'));
    const changes = changeByDistance(live, masked, scene);
    expect(changes.face).toBeGreaterThan(25);
    expect(changes.room).toBeLessThan(1);
  }
}, 20_000);

/** Mean change of level on nose and cheeks, and beyond one and a half heads. */
function changeByDistance(before: RasterImage, after: RasterImage, { scale, face }: Scene) {
  const { radiusX, radiusY } = headAround(portrayed.box);
  const sums = { face: 0, room: 0 };
  const counts = { face: 0, room: 0 };
  for (let at = 0; at < before.data.length; at += 3) {
    const [x, y] = [(at / 3) % before.width, Math.floor(at / 3 / before.width)];
    const u = (x / before.width - face.x) / (scale * radiusX);
    const v = (y / before.width - face.y) / (scale * radiusY);
    const distance = Math.hypot(u, v);
    const place = distance < 0.3 ? 'face' : distance > 1.5 ? 'room' : null;
    if (place === null) continue;
    sums[place] += Math.abs((after.data[at + 1] ?? 0) - (before.data[at + 1] ?? 0));
    counts[place] += 1;
  }
  return { face: sums.face / counts.face, room: sums.room / counts.room };
}
