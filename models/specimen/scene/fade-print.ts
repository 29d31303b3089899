import type { RasterImage } from '../../image/raster-image.js';

/** Bleached plastic is nearly white. */
const BLEACHED = 236;

/** Years of sun: every colour goes a share of the way to white. */
export function fadePrint(card: RasterImage, strength: number): RasterImage {
  const levels = Uint8Array.from({ length: 256 }, (_, level) =>
    Math.round(level + (Math.max(level, BLEACHED) - level) * strength),
  );
  return { ...card, data: card.data.map((level) => levels[level] ?? level) };
}
