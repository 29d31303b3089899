import { describe, expect, it } from 'vitest';
import { addPointwise, placeInPicture, RIMMED_SIDE, runDepthwise, runStem } from './convolve.js';
import type { Layer } from './face-layers.js';
import { createMap, placeOf, type FeatureMap } from './feature-map.js';

/** Numbers that are all different, and the same every time. */
function fill(values: Float32Array, from: number): Float32Array {
  return values.map((_, index) => Math.sin(from + index * 1.7));
}

function fillMap(side: number, channels: number): FeatureMap {
  const map = createMap(side, channels);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        map.values[placeOf(map, x, y) + channel] = Math.cos(3 * x + 5 * y + channel);
      }
    }
  }
  return map;
}

/** The rim of a map is nothing. */
const valueAt = (map: FeatureMap, x: number, y: number, channel: number) =>
  map.values[placeOf(map, x, y) + channel]!;

describe('runDepthwise', () => {
  it.each([1, 2])('weighs nine pixels of each channel, %i apart', (step) => {
    const from = fillMap(8, 3);
    const layer: Layer = {
      taps: fill(new Float32Array(27), 1),
      bias: fill(new Float32Array(3), 2),
    };
    const row = new Float32Array((8 / step) * 3);
    const y = 8 / step - 1;
    runDepthwise(from, layer, { y, step }, row);
    for (let x = 0; x < 8 / step; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = layer.bias[channel]!;
        for (let tap = 0; tap < 9; tap += 1) {
          // With one pixel apart the kernel lies around its pixel, with two it begins there.
          const [dx, dy] = [(tap % 3) - (step === 1 ? 1 : 0), Math.floor(tap / 3) - (2 - step)];
          const value = valueAt(from, x * step + dx, y * step + dy, channel);
          sum += value * layer.taps[tap * 3 + channel]!;
        }
        expect(row[x * 3 + channel]).toBeCloseTo(sum, 5);
      }
    }
  });
});

describe('addPointwise', () => {
  it('adds to what is there what the channels of a pixel weigh', () => {
    const from = fill(new Float32Array(4 * 5), 3);
    const layer: Layer = {
      taps: fill(new Float32Array(6 * 5), 4),
      bias: fill(new Float32Array(6), 5),
    };
    const to = new Float32Array(1 + 4 * 6).fill(7);
    addPointwise({ values: from, first: 0 }, layer, { values: to, first: 1 }, 4);
    expect(to[0]).toBe(7);
    for (let pixel = 0; pixel < 4; pixel += 1) {
      for (let channel = 0; channel < 6; channel += 1) {
        let sum = 7 + layer.bias[channel]!;
        for (let at = 0; at < 5; at += 1)
          sum += from[pixel * 5 + at]! * layer.taps[channel * 5 + at]!;
        expect(to[1 + pixel * 6 + channel]).toBeCloseTo(sum, 4);
      }
    }
  });
});

describe('runStem', () => {
  it('weighs 25 pixels around every second one and leaves nothing below zero', () => {
    const picture = new Float32Array(RIMMED_SIDE ** 2);
    for (let y = 0; y < 128; y += 1) {
      for (let x = 0; x < 128; x += 1) picture[placeInPicture(x, y)] = Math.sin(x + 2 * y);
    }
    const layer: Layer = {
      taps: fill(new Float32Array(24 * 25), 6),
      bias: fill(new Float32Array(24), 7),
    };
    const to = createMap(64, 24);
    runStem(picture, layer, to);
    const levelAt = (x: number, y: number) =>
      x < 0 || y < 0 || x > 127 || y > 127 ? 0 : Math.sin(x + 2 * y);
    for (const [x, y, channel] of [
      [0, 0, 0],
      [63, 63, 23],
      [20, 41, 7],
    ] as const) {
      let sum = layer.bias[channel]!;
      for (let tap = 0; tap < 25; tap += 1) {
        const [dx, dy] = [(tap % 5) - 1, Math.floor(tap / 5) - 1];
        sum += levelAt(2 * x + dx, 2 * y + dy) * layer.taps[channel * 25 + tap]!;
      }
      expect(valueAt(to, x, y, channel)).toBeCloseTo(Math.max(0, sum), 4);
    }
  });
});
