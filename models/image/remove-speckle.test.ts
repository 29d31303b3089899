import { describe, expect, it } from 'vitest';
import { createRandom } from '../specimen/specimen-random.js';
import type { RasterImage } from './raster-image.js';
import { removeSpeckle } from './remove-speckle.js';

function drawNoise(width: number, height: number): RasterImage {
  const random = createRandom(1, `${String(width)} by ${String(height)}`);
  const data = Uint8Array.from({ length: width * height * 3 }, () => random.integer(0, 255));
  return { width, height, data };
}

/** By the definition: nine values in order, the fifth. */
function sortNine({ width, height, data }: RasterImage): number[] {
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  return Array.from(data, (_, at) => {
    const [x, y, channel] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width), at % 3];
    const around = [-1, 0, 1].flatMap((dy) =>
      [-1, 0, 1].map((dx) => {
        const pixel = clamp(y + dy, height - 1) * width + clamp(x + dx, width - 1);
        return data[pixel * 3 + channel] ?? 0;
      }),
    );
    return around.sort((a, b) => a - b)[4] ?? 0;
  });
}

describe('removeSpeckle', () => {
  it.each([
    [17, 11],
    [1, 5],
    [5, 1],
    [1, 1],
    [2, 2],
  ])('is the median of nine on %i by %i pixels, edges and corners included', (width, height) => {
    const picture = drawNoise(width, height);
    expect([...removeSpeckle(picture).data]).toEqual(sortNine(picture));
  });

  it('takes a dot away, leaves an edge, and leaves the picture that it was given', () => {
    const data = Uint8Array.from({ length: 6 * 6 * 3 }, (_, at) => (at % 18 < 9 ? 20 : 200));
    const dotted = data.slice();
    dotted.fill(255, (2 * 6 + 1) * 3, (2 * 6 + 1) * 3 + 3);
    const given = dotted.slice();
    const smooth = removeSpeckle({ width: 6, height: 6, data: dotted });
    expect(smooth.data).toEqual(data);
    expect(dotted).toEqual(given);
  });
});
