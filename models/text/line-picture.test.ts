import { expect, it } from 'vitest';
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

it('keeps one memory for one picture after the other, as large as the largest', () => {
  const share = createImageSharer();
  const large = share(plain(20, 10, 10)).data.buffer;
  const small = share(plain(4, 4, 70));
  expect(small.data.buffer).toBe(large);
  expect([...new Set(small.data), ...new Set(small.grey.levels)]).toEqual([70, 70]);
  expect(share(plain(40, 10, 20)).data.buffer).not.toBe(large);
});

it('does not keep the memory of a huge picture', () => {
  const share = createImageSharer();
  const kept = share(plain(10, 10, 1)).data.buffer;
  expect(share(plain(5_000, 4_000, 2)).data.buffer).not.toBe(kept);
  expect(share(plain(10, 10, 3)).data.buffer).toBe(kept);
});
