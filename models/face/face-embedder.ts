import type { InferenceSession } from 'onnxruntime-node';
import { mirrorImage } from '../image/mirror-image.js';
import { toPlanarTensor } from '../image/planar-tensor.js';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { createSession } from '../weights/create-session.js';
import type { WeightStore } from '../weights/weight-store.js';

/** 512 values of length 1. */
export type FaceEmbedding = Float32Array;

export interface EmbeddedFace {
  readonly embedding: FaceEmbedding;
  /**
   * Length of the network's output before it is normalised: how much of a face it saw. Sharp frontal
   * faces reach 3 to 4.5; what is blurred, covered, upside down or no face stays under 2.6.
   */
  readonly strength: number;
}

export interface FaceEmbedder {
  /** @param aligned 112 × 112, see `alignFace` */
  embed(aligned: RasterImage): Promise<EmbeddedFace>;
}

/**
 * Embedding A. The face and its mirror image are embedded and summed, which makes left and right
 * light count the same; the network takes one face a run, 62 ms each on two cores.
 */
export async function createFaceEmbedder(weights: WeightStore): Promise<FaceEmbedder> {
  const session = await createSession(weights, 'face-embedding-a');
  return {
    async embed(aligned) {
      const straight = await run(session, aligned);
      const mirrored = await run(session, mirrorImage(aligned));
      const sum = straight.map((value, index) => value + (mirrored[index] ?? 0));
      const length = lengthOf(sum);
      return {
        embedding: sum.map((value) => value / length),
        strength: lengthOf(straight),
      };
    },
  };
}

/** Cosine of two embeddings, −1 to 1. */
export function cosineOf(a: FaceEmbedding, b: FaceEmbedding): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function lengthOf(values: Float32Array): number {
  return Math.hypot(...values);
}

async function run(session: InferenceSession, face: RasterImage): Promise<Float32Array> {
  const input = toPlanarTensor(face, { channels: 'RGB', mean: 127, scale: 128 });
  return readOutput(await session.run({ input }), 'output');
}
