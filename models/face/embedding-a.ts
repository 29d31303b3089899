import { toPlanarTensor } from '../image/planar-tensor.js';
import { readOutput } from '../image/read-output.js';
import { openSession } from '../weights/create-session.js';
import type { WeightStore } from '../weights/weight-store.js';
import type { EmbeddingNetwork } from './embedding-network.js';
import { splitPRelus } from './split-prelus.js';

/** Where the network was trained to see the five points (ArcFace). */
const ALIGNMENT = {
  side: 112,
  points: [
    { x: 38.2946, y: 51.6963 },
    { x: 73.5318, y: 51.5014 },
    { x: 56.0252, y: 71.7366 },
    { x: 41.5493, y: 92.3655 },
    { x: 70.7299, y: 92.2041 },
  ],
} as const;

/** A MobileFaceNet of 512 numbers, compared by their cosine; one face a run, 4 ms on two cores. */
export async function createEmbeddingA(weights: WeightStore): Promise<EmbeddingNetwork> {
  const session = await openSession(splitPRelus(await weights.read('face-embedding-a')));
  return {
    alignment: ALIGNMENT,
    async embed(aligned) {
      const input = toPlanarTensor(aligned, { channels: 'RGB', mean: 127, scale: 128 });
      return readOutput(await session.run({ input }), 'output');
    },
  };
}
