import type { SpecimenRandom } from '../specimen-random.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Creases across the card: a dark and a light flank, and a thin line where the print is broken. */
export function drawFolds(
  { width, height }: Size,
  { count, depth }: { readonly count: number; readonly depth: number },
  random: SpecimenRandom,
): string {
  const folds = Array.from({ length: count }, () => {
    const path = drawCrease({ width, height }, random);
    const flank = (shift: number, colour: string) =>
      `<path d="${path}" transform="translate(${String(shift)} ${String(shift)})" fill="none" stroke="${colour}" stroke-opacity="${(0.5 * depth).toFixed(3)}" stroke-width="${random.between(10, 22).toFixed(1)}" filter="url(#crease)"/>`;
    return [
      flank(-8, '#000'),
      flank(8, '#fff'),
      `<path d="${path}" fill="none" stroke="#f4f6f7" stroke-opacity="${(0.8 * depth).toFixed(3)}" stroke-width="${random.between(0.8, 2.2).toFixed(1)}" stroke-dasharray="${random.between(6, 40).toFixed(0)} ${random.between(2, 30).toFixed(0)}"/>`,
    ].join('');
  });
  return `<defs><filter id="crease" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="7"/></filter></defs>${folds.join('')}`;
}

function drawCrease({ width, height }: Size, random: SpecimenRandom): string {
  const isSteep = random.isLucky(0.5);
  const from = random.between(0.1, 0.9);
  const to = from + random.between(-0.3, 0.3);
  const steps = 9;
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const along = index / steps;
    const across = from + (to - from) * along + random.between(-0.006, 0.006);
    const [x, y] = isSteep ? [across, along] : [along, across];
    return `${(x * width).toFixed(1)} ${(y * height).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}
