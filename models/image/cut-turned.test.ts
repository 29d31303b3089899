import { expect, it } from 'vitest';
import { cutTurned } from './cut-turned.js';
import type { RasterImage } from './raster-image.js';

/** A dark dot of 9 × 9 pixels on white. */
function drawDot(x: number, y: number): RasterImage {
  const [width, height] = [400, 300];
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let row = y - 4; row <= y + 4; row += 1) {
    data.fill(0, (row * width + x - 4) * 3, (row * width + x + 5) * 3);
  }
  return { width, height, data };
}

function findDot({ data, width }: RasterImage) {
  let [sumX, sumY, count] = [0, 0, 0];
  for (let pixel = 0; pixel < data.length / 3; pixel += 1) {
    if ((data[pixel * 3] ?? 255) > 60) continue;
    sumX += pixel % width;
    sumY += Math.floor(pixel / width);
    count += 1;
  }
  return { x: sumX / count + 0.5, y: sumY / count + 0.5 };
}

it.each([0, 0.3, -0.7, 1.57, 3])('knows where its pixels came from at %f rad', async (angle) => {
  const image = drawDot(230, 140);
  const rectangle = { centre: { x: 210, y: 150 }, width: 180, height: 100, angle };
  const { raster, toPicture, pitch } = await cutTurned(image, rectangle, 360);
  expect(Math.max(raster.width, raster.height)).toBeLessThanOrEqual(361);
  expect(pitch).toBeCloseTo(0.5);
  const dot = toPicture(findDot(raster));
  expect(Math.hypot(dot.x - 230.5, dot.y - 140.5)).toBeLessThan(1.5);
});

it('knows it also where the rectangle reaches beyond the picture', async () => {
  const rectangle = { centre: { x: 20, y: 20 }, width: 100, height: 60, angle: 0.5 };
  const { raster, toPicture } = await cutTurned(drawDot(40, 30), rectangle, 100);
  const dot = toPicture(findDot(raster));
  expect(Math.hypot(dot.x - 40.5, dot.y - 30.5)).toBeLessThan(1.5);
});
