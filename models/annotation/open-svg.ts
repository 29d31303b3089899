import type { Size } from '../image/region.js';

/** A drawing of a size in pixels around what is inside it. */
export function openSvg({ width, height }: Size, inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">${inner}</svg>`;
}
