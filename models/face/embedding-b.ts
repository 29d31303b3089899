import { toPlanarTensor } from '../image/planar-tensor.js';
import { readOutput } from '../image/read-output.js';
import { openSession } from '../weights/create-session.js';
import { readTfjsWeights } from '../weights/read-tfjs-weights.js';
import type { WeightStore } from '../weights/weight-store.js';
import { DLIB_SIDE, writeDlibNetwork } from './dlib-network.js';
import type { EmbeddingNetwork } from './embedding-network.js';

/**
 * Where our landmarks put the five points in faces that dlib cuts out itself (its 68-point shape,
 * padding 0.25): mean over 65 photographs, 2026-11-22; they spread by 2 to 5 pixels.
 */
const ALIGNMENT = {
  side: DLIB_SIDE,
  points: [
    { x: 48, y: 45.8 },
    { x: 100.2, y: 45.9 },
    { x: 74, y: 76.5 },
    { x: 52.4, y: 102.6 },
    { x: 97.1, y: 102.6 },
  ],
} as const;

/**
 * dlib's ResNet-29 of 128 numbers, compared by their distance; 6 ms. On faces that dlib cut out it
 * answers within 0.043 of what dlib itself does: that is what the bytes of its weights cost.
 */
export async function createEmbeddingB(weights: WeightStore): Promise<EmbeddingNetwork> {
  const layers = new TextDecoder().decode(await weights.read('face-embedding-b-layers'));
  const network = writeDlibNetwork(readTfjsWeights(layers, await weights.read('face-embedding-b')));
  const session = await openSession(network);
  return {
    alignment: ALIGNMENT,
    async embed(aligned) {
      const input = toPlanarTensor(aligned, { channels: 'RGB', mean: 0, scale: 1 });
      return readOutput(await session.run({ input }), 'output');
    },
  };
}
