import { Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { batchNetwork } from './batch-network.js';
import { openSession } from './create-session.js';
import { encodeGraph } from './onnx-graph.js';

const network = encodeGraph({
  name: 'flat',
  nodes: [
    { operator: 'Relu', inputs: ['input'], output: 'above' },
    { operator: 'Reshape', inputs: ['above', 'flat'], output: 'output' },
  ],
  tensors: [{ name: 'flat', shape: [2], values: BigInt64Array.of(1n, -1n) }],
  input: { name: 'input', shape: [1, 2, 1, 2] },
  output: { name: 'output', shape: [1, 4] },
});

it('lets a network of one picture take several, each answered as alone', async () => {
  const session = await openSession(batchNetwork(network, 2), { threads: 1 });
  const values = Float32Array.of(1, -2, 3, -4, -5, 6, -7, 8);
  const { output } = await session.run({ input: new Tensor('float32', values, [2, 2, 1, 2]) });
  expect(output?.dims).toEqual([2, 4]);
  expect([...(output?.data as Float32Array)]).toEqual([1, 0, 3, 0, 0, 6, 0, 8]);
});

it('changes nothing else', async () => {
  const session = await openSession(batchNetwork(network, 1), { threads: 1 });
  const { output } = await session.run({
    input: new Tensor('float32', Float32Array.of(-1, 2, 3, 4), [1, 2, 1, 2]),
  });
  expect([...(output?.data as Float32Array)]).toEqual([0, 2, 3, 4]);
});
