import { Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { openSession } from './create-session.js';
import { encodeGraph, type GraphNode } from './onnx-graph.js';
import { splitPRelus } from './split-prelus.js';

const SLOPES = Float32Array.of(0.25, -0.5, 1.5);

/** A PRelu of three channels between what follows it and the input. */
function drawNetwork(behind: readonly GraphNode[]): Uint8Array {
  return encodeGraph({
    name: 'small',
    nodes: [{ operator: 'PRelu', inputs: ['input', 'slopes'], output: 'bent' }, ...behind],
    tensors: [
      { name: 'slopes', shape: [3, 1, 1], values: SLOPES },
      { name: 'mixed', shape: [2, 3, 1, 1], values: Float32Array.of(1, 2, 3, -1, 0.5, 4) },
      { name: 'apart', shape: [3, 1, 1, 1], values: Float32Array.of(2, 3, 5) },
    ],
    input: { name: 'input', shape: [1, 3, 1, 4] },
    output: { name: 'output', shape: [1, 'channels', 1, 4] },
  });
}

const mix = { operator: 'Conv', inputs: ['bent', 'mixed'], output: 'output' };
const scale = {
  operator: 'Conv',
  inputs: ['bent', 'apart'],
  output: 'output',
  attributes: { group: 3 },
};

async function run(network: Uint8Array): Promise<number[]> {
  const session = await openSession(network, { threads: 1 });
  const values = Float32Array.of(-2, -1, 0.5, 3, -4, 0, 1, 2, -3, -0.5, 0.25, 6);
  const { output } = await session.run({ input: new Tensor('float32', values, [1, 3, 1, 4]) });
  return [...(output?.data as Float32Array)];
}

it.each([
  ['a convolution over all channels', mix],
  ['a convolution of each channel', scale],
])('answers as the network with PRelu before %s, also for slopes above 1', async (_, behind) => {
  const network = drawNetwork([behind]);
  const split = splitPRelus(network);
  expect(Buffer.from(split).includes('PRelu')).toBe(false);
  const [before, after] = [await run(network), await run(split)];
  for (const [index, value] of before.entries()) expect(after[index]).toBeCloseTo(value, 5);
});

it('refuses a network in which something else follows', () => {
  const twice = [mix, { operator: 'Relu', inputs: ['bent'], output: 'other' }];
  expect(() => splitPRelus(drawNetwork(twice))).toThrow(/No single convolution/);
});
