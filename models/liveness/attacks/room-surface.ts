import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import { buildPyramid, samplePyramid, type LightImage } from './light-image.js';
import type { Surface } from './surface.js';

const SIDE = 160;

/** A room out of focus: a wall, and things of one colour on it. */
export function createRoomSurface(random: SpecimenRandom): Surface {
  const data = new Float32Array(SIDE * SIDE * 3);
  const wall = drawColour(random, 0.05, 0.6);
  const slope = { x: random.between(-0.4, 0.4), y: random.between(-0.4, 0.4) };
  for (let at = 0; at < data.length; at += 1) {
    const pixel = Math.floor(at / 3);
    const [x, y] = [(pixel % SIDE) / SIDE - 0.5, Math.floor(pixel / SIDE) / SIDE - 0.5];
    data[at] = (wall[at % 3] ?? 0) * (1 + slope.x * x + slope.y * y);
  }
  const image = { width: SIDE, height: SIDE, data };
  for (let count = random.integer(2, 9); count > 0; count -= 1) drawThing(image, random);
  const pyramid = buildPyramid(image);
  const blur = random.between(1, 9);
  return {
    width: SIDE,
    height: SIDE,
    shine: ({ x, y, footprint }, into) => {
      samplePyramid(pyramid, { x, y }, Math.max(footprint, blur), into);
      return 1;
    },
  };
}

function drawThing({ data }: LightImage, random: SpecimenRandom): void {
  const colour = drawColour(random, 0.01, 0.9);
  const [left, top] = [random.integer(-40, SIDE - 10), random.integer(-40, SIDE - 10)];
  const [width, height] = [random.integer(8, 90), random.integer(8, 110)];
  const lean = random.between(-0.2, 0.2);
  for (let y = Math.max(top, 0); y < Math.min(top + height, SIDE); y += 1) {
    const shift = Math.round((y - top) * lean);
    const right = Math.min(left + shift + width, SIDE);
    for (let x = Math.max(left + shift, 0); x < right; x += 1) {
      for (let k = 0; k < 3; k += 1) data[(y * SIDE + x) * 3 + k] = colour[k] ?? 0;
    }
  }
}

function drawColour(random: SpecimenRandom, low: number, high: number): number[] {
  const light = random.between(low, high);
  return Array.from({ length: 3 }, () => light * random.between(0.75, 1.25));
}
