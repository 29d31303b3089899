import { expect, it } from 'vitest';
import { MAX_IMAGE_PIXELS } from '../image/decode-image.js';
import type { RasterImage } from '../image/raster-image.js';
import { createImageSharer } from './line-picture.js';

const plain = (width: number, height: number, level: number): RasterImage => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(level),
});

it('copies the picture and its greys to where all threads can see them', () => {
  const { width, height, data, grey } = createImageSharer()(plain(4, 3, 90));
  expect([width, height, grey.width, grey.height]).toEqual([4, 3, 4, 3]);
  expect([...new Set(data)]).toEqual([90]);
  expect([data.length, grey.levels.length]).toEqual([36, 12]);
  expect([...new Set(grey.levels)]).toEqual([90]);
  expect(data.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(grey.levels.buffer).toBeInstanceOf(SharedArrayBuffer);
});

it('has one memory for all pictures, with room for the largest that is decoded', () => {
  const share = createImageSharer();
  const { buffer } = share(plain(4, 4, 70)).data;
  expect(buffer.byteLength).toBe(4 * MAX_IMAGE_PIXELS);
  expect(share(plain(5_000, 4_000, 10)).data.buffer).toBe(buffer);
  const small = share(plain(4, 4, 20));
  expect(small.data.buffer).toBe(buffer);
  expect([...new Set(small.data), ...new Set(small.grey.levels)]).toEqual([20, 20]);
});
