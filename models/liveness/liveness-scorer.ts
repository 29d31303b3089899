import type { Region } from '../image/region.js';
import { mirrorImage } from '../image/mirror-image.js';
import { toPlanarTensor } from '../image/planar-tensor.js';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { resizeRegion } from '../image/resize-region.js';
import { createSession } from '../weights/create-session.js';
import type { WeightStore } from '../weights/weight-store.js';
import { enlargeInside } from './liveness-crop.js';

const INPUT = { width: 128, height: 128 };

/**
 * The network was trained on 2.7×. A few per cent more or less change single scores by 0.3, so the
 * mean over three enlargements and their mirror images is taken: 6 runs of 5 ms.
 */
const ENLARGEMENTS = [2.5, 2.7, 2.9];

export interface LivenessScorer {
  /** 0 to 1, higher is livelier. @param box see `tightFaceBox` */
  score(image: RasterImage, box: Region): Promise<number>;
}

/** The passive liveness network. It takes blue, green, red: in RGB it scores live faces as fake. */
export async function createLivenessScorer(weights: WeightStore): Promise<LivenessScorer> {
  const session = await createSession(weights, 'liveness');

  async function run(crop: RasterImage): Promise<number> {
    const input = toPlanarTensor(crop, { channels: 'BGR', mean: 0, scale: 1 });
    return firstOfSoftmax(readOutput(await session.run({ input }), 'output'));
  }

  return {
    async score(image, box) {
      const scores: number[] = [];
      for (const factor of ENLARGEMENTS) {
        const { region } = enlargeInside(box, image, factor);
        const crop = await resizeRegion(image, region, INPUT);
        scores.push(await run(crop), await run(mirrorImage(crop)));
      }
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    },
  };
}

/** Probability of the first class, which is live. */
function firstOfSoftmax(logits: Float32Array): number {
  const top = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - top));
  return (powers[0] ?? 0) / powers.reduce((sum, power) => sum + power, 0);
}
