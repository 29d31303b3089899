import type { SpecimenRandom } from '../specimen-random.js';

/** Scratches and specks of dirt or lost print, none wider than a stroke of the text. */
export function drawWear(
  { width, height }: { readonly width: number; readonly height: number },
  { scratches, specks }: { readonly scratches: number; readonly specks: number },
  random: SpecimenRandom,
): string {
  const lines = Array.from({ length: scratches }, () => {
    const x = random.between(0, width);
    const y = random.between(0, height);
    const reach = random.between(20, 320);
    const dx = reach * random.between(-1, 1);
    const dy = reach * random.between(-0.6, 0.6);
    return `<path d="M${x.toFixed(0)} ${y.toFixed(0)}q${(dx * 0.5 + random.between(-12, 12)).toFixed(0)} ${(dy * 0.5).toFixed(0)} ${dx.toFixed(0)} ${dy.toFixed(0)}" stroke-width="${random.between(0.6, 1.8).toFixed(1)}" stroke="${random.pick(['#fff', '#fff', '#5b6268'])}" stroke-opacity="${random.between(0.3, 0.75).toFixed(2)}" fill="none"/>`;
  });
  const dots = Array.from(
    { length: specks },
    () =>
      `<circle cx="${random.between(0, width).toFixed(0)}" cy="${random.between(0, height).toFixed(0)}" r="${random.between(0.6, 2.6).toFixed(1)}" fill="${random.pick(['#fff', '#6a5c4c', '#333'])}" fill-opacity="${random.between(0.3, 0.8).toFixed(2)}"/>`,
  );
  return [...lines, ...dots].join('');
}
