import type { SpecimenRandom } from '../specimen-random.js';

/** Bands of light on the lamination, through which the print still shows. */
export function drawShine(
  { width, height }: { readonly width: number; readonly height: number },
  { streaks, opacity }: { readonly streaks: number; readonly opacity: number },
  random: SpecimenRandom,
): string {
  const bands = Array.from({ length: streaks }, () => {
    const band = random.between(60, 260);
    const x = random.between(-0.1, 1.1) * width;
    const lean = random.between(-50, 50);
    return `<rect x="${(-band / 2).toFixed(0)}" y="${String(-height)}" width="${band.toFixed(0)}" height="${String(height * 3)}" fill="url(#band)" fill-opacity="${(opacity * random.between(0.7, 1)).toFixed(3)}" transform="translate(${x.toFixed(0)} ${(height / 2).toFixed(0)}) rotate(${lean.toFixed(1)})"/>`;
  });
  return [
    '<defs><linearGradient id="band"><stop offset="0" stop-color="#fff" stop-opacity="0"/>',
    '<stop offset="0.5" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>',
    `</linearGradient></defs>${bands.join('')}`,
  ].join('');
}
