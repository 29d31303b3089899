import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { Placed, Surface } from './surface.js';

/** Skin in linear light, from dark to fair. */
const SKINS = [
  [0.16, 0.08, 0.05],
  [0.33, 0.19, 0.12],
  [0.5, 0.31, 0.22],
  [0.62, 0.42, 0.32],
] as const;

const LENGTH = 5;

/** A finger that holds what it lies on; it comes from the left, its tip on the right. */
export function createFingerSurface(random: SpecimenRandom): Surface {
  const skin = random.pick(SKINS);
  const light = random.between(0.5, 1);
  return {
    width: LENGTH,
    height: 1,
    shine: ({ x, y, footprint }, into) => {
      const across = (y - 0.5) * 2;
      const tip = Math.max(x - (LENGTH - 0.5), 0) * 2;
      const radius = Math.hypot(across, tip);
      const round = Math.sqrt(Math.max(1 - radius * radius, 0));
      for (let k = 0; k < 3; k += 1) into[k] = (skin[k] ?? 0) * light * (0.35 + 0.65 * round);
      return Math.min(Math.max((1 - radius) / Math.max(footprint * 2, 0.02) + 0.5, 0), 1);
    },
  };
}

/** Fingers over the left or right edge of a rectangle, in the same units. */
export function placeFingers(
  edge: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  },
  random: SpecimenRandom,
): Placed[] {
  const fromLeft = random.isLucky(0.5);
  const width = (edge.right - edge.left) * random.between(0.07, 0.16);
  const reach = width * random.between(0.5, 1.6);
  const first = edge.top + (edge.bottom - edge.top) * random.between(0.45, 0.8);
  return Array.from({ length: random.integer(1, 3) }, (_, index) => {
    const y = first + index * width * 1.1;
    const tip = fromLeft ? edge.left + reach : edge.right - reach;
    const root = fromLeft ? tip - width * LENGTH : tip + width * LENGTH;
    const lean = width * random.between(-0.6, 0.6);
    const corners = [
      { x: root, y: y + lean },
      { x: tip, y },
      { x: tip, y: y + width },
      { x: root, y: y + width + lean },
    ] as const;
    return { surface: createFingerSurface(random), corners };
  });
}
