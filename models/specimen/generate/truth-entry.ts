import type { DrawnPicture } from './draw-picture.js';

/**
 * One entry of `truth.json`: fields as printed or `isKtp: false`, corners TL TR BR BL as `[x, y]`
 * in tenths of a pixel, and what the picture was made from.
 */
export function toTruthEntry(file: string, seed: number, picture: DrawnPicture) {
  const { condition, fields, corners, scene } = picture;
  return {
    file,
    condition,
    ...(fields === null ? { isKtp: false } : { fields }),
    corners: corners.map(({ x, y }) => [round(x), round(y)]),
    seed,
    scene,
  };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
