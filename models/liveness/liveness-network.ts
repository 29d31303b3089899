import { mirrorImage } from '../image/mirror-image.js';
import { toPlanarTensor } from '../image/planar-tensor.js';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import type { Region } from '../image/region.js';
import { resizeRegion } from '../image/resize-region.js';
import { openSession } from '../weights/create-session.js';
import { exposeOutput } from '../weights/expose-output.js';
import { splitPRelus } from '../weights/split-prelus.js';
import type { WeightStore } from '../weights/weight-store.js';
import { enlargeInside } from './liveness-crop.js';

const INPUT = { width: 128, height: 128 };

/** What the last layer sees of a crop; the file offers only what it makes of it. */
const FEATURES = '581';

/** What the network says of one crop. */
export interface NetworkView {
  /** Probability that it shows a living face. */
  readonly live: number;
  /** 128 numbers behind it. */
  readonly features: Float32Array;
}

export interface LivenessNetwork {
  /**
   * The face enlarged by `factor`.
   *
   * @param box see `tightFaceBox`
   */
  view(image: RasterImage, box: Region, factor: number): Promise<NetworkView>;
  /** The same crop as it is and mirrored. */
  viewBothWays(image: RasterImage, box: Region, factor: number): Promise<readonly NetworkView[]>;
}

/** The passive liveness network. It takes blue, green, red: in RGB it scores live faces as fake. */
export async function createLivenessNetwork(weights: WeightStore): Promise<LivenessNetwork> {
  const network = splitPRelus(await weights.read('liveness'));
  const session = await openSession(exposeOutput(network, FEATURES));

  async function run(crop: RasterImage): Promise<NetworkView> {
    const input = toPlanarTensor(crop, { channels: 'BGR', mean: 0, scale: 1 });
    const results = await session.run({ input });
    return {
      live: firstOfSoftmax(readOutput(results, 'output')),
      features: readOutput(results, FEATURES),
    };
  }

  async function cut(image: RasterImage, box: Region, factor: number): Promise<RasterImage> {
    return await resizeRegion(image, enlargeInside(box, image, factor).region, INPUT);
  }

  return {
    view: async (image, box, factor) => await run(await cut(image, box, factor)),
    async viewBothWays(image, box, factor) {
      const crop = await cut(image, box, factor);
      return [await run(crop), await run(mirrorImage(crop))];
    },
  };
}

/** The classes are, as the package's authors name them, real, flat copies and copies with a shape. */
function firstOfSoftmax(logits: Float32Array): number {
  const top = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - top));
  return (powers[0] ?? 0) / powers.reduce((sum, power) => sum + power, 0);
}
