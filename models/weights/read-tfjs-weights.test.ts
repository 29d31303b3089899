import { expect, it } from 'vitest';
import { readTfjsWeights } from './read-tfjs-weights.js';

const description = JSON.stringify([
  {
    weights: [
      {
        name: 'pressed',
        shape: [1, 3],
        dtype: 'float32',
        quantization: { dtype: 'uint8', scale: 0.5, min: -1 },
      },
      { name: 'whole', shape: [2], dtype: 'float32' },
    ],
    paths: ['shard.bin'],
  },
]);
// The floats begin behind three bytes.
const shard = Uint8Array.from([0, 2, 255, ...new Uint8Array(Float32Array.of(0.25, -8).buffer)]);

it('unpacks bytes by their scale and takes floats as they are', () => {
  const weights = readTfjsWeights(description, shard);
  expect(weights.get('pressed')).toEqual({ shape: [1, 3], values: Float32Array.of(-1, 0, 126.5) });
  expect(weights.get('whole')).toEqual({ shape: [2], values: Float32Array.of(0.25, -8) });
});

it('refuses bytes that belong to another description', () => {
  expect(() => readTfjsWeights(description, shard.subarray(0, 9))).toThrow(/not those/);
  expect(() => readTfjsWeights(description, Uint8Array.from([...shard, 1]))).toThrow(/not those/);
});
