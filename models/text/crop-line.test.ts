import { expect, it } from 'vitest';
import type { RasterImage } from '../image/raster-image.js';
import { toGreyImage } from '../image/grey-image.js';
import { cropGreyLine, cropLine } from './crop-line.js';

/** 40×40: the left half red, the right half blue. */
const image = {
  width: 40,
  height: 40,
  data: Uint8Array.from({ length: 40 * 40 * 3 }, (_, at) => {
    const isRight = Math.floor(at / 3) % 40 >= 20;
    return at % 3 === (isRight ? 2 : 0) ? 200 : 0;
  }),
};
const colourAt = (raster: RasterImage, x: number, y: number) => [
  ...raster.data.subarray((y * raster.width + x) * 3, (y * raster.width + x) * 3 + 3),
];

it('cuts a level line and scales it to the height', () => {
  const crop = cropLine(image, { centre: { x: 20, y: 20 }, width: 20, height: 5, angle: 0 }, 10);
  expect([crop.width, crop.height]).toEqual([40, 10]);
  expect(colourAt(crop, 2, 5)).toEqual([200, 0, 0]);
  expect(colourAt(crop, 37, 5)).toEqual([0, 0, 200]);
});

it('reads against the picture when the direction is turned by half', () => {
  const box = { centre: { x: 20, y: 20 }, width: 20, height: 5, angle: Math.PI };
  expect(colourAt(cropLine(image, box, 10), 2, 5)).toEqual([0, 0, 200]);
});

it('turns an upright line level', () => {
  const box = { centre: { x: 20, y: 20 }, width: 20, height: 10, angle: Math.PI / 2 };
  const crop = cropLine(image, box, 10);
  // Reading downwards, the right half of the picture lies above the line.
  expect(colourAt(crop, 10, 1)).toEqual([0, 0, 200]);
  expect(colourAt(crop, 10, 8)).toEqual([200, 0, 0]);
});

it('repeats the edge outside the picture', () => {
  const box = { centre: { x: 0, y: 20 }, width: 20, height: 10, angle: 0 };
  expect(colourAt(cropLine(image, box, 10), 1, 5)).toEqual([200, 0, 0]);
});

it('cuts the same line without its colours, as wide as wanted', () => {
  const grey = toGreyImage(image);
  const box = { centre: { x: 20, y: 20 }, width: 20, height: 5, angle: Math.PI };
  const crop = cropGreyLine(grey, box, 10);
  expect([crop.width, crop.height]).toEqual([40, 10]);
  // Luma of 200 of blue, and of 200 of red.
  expect([crop.levels[2], crop.levels[37]]).toEqual([23, 60]);
  expect(cropGreyLine(grey, box, 10, 1.5).width).toBe(60);
});
