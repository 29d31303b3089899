import { Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { openSession } from './create-session.js';
import { encodeGraph } from './onnx-graph.js';

it('writes a network that the runtime loads and runs', async () => {
  const network = encodeGraph({
    name: 'sum',
    nodes: [
      { operator: 'Pad', inputs: ['input', 'amounts'], output: 'padded' },
      {
        operator: 'Conv',
        inputs: ['padded', 'kernel', 'bias'],
        output: 'output',
        attributes: { kernel_shape: [1, 2], strides: [1, 1] },
      },
    ],
    tensors: [
      {
        name: 'amounts',
        shape: [8],
        values: BigInt64Array.from([0, 0, 0, 0, 0, 0, 0, 1].map(BigInt)),
      },
      { name: 'kernel', shape: [1, 1, 1, 2], values: Float32Array.of(1, 10) },
      { name: 'bias', shape: [1], values: Float32Array.of(0.5) },
    ],
    input: { name: 'input', shape: ['pictures', 1, 1, 3] },
    output: { name: 'output', shape: ['pictures', 1, 1, 3] },
  });
  const session = await openSession(network, { threads: 1 });
  const input = new Tensor('float32', Float32Array.of(1, 2, 3, 4, 5, 6), [2, 1, 1, 3]);
  const { output } = await session.run({ input });
  expect(output?.data).toEqual(Float32Array.of(21.5, 32.5, 3.5, 54.5, 65.5, 6.5));
});
