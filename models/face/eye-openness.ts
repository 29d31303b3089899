import { Tensor } from 'onnxruntime-node';
import { toGreyImage } from '../image/grey-image.js';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { clampRegion, type Region } from '../image/region.js';
import { resizeRegion } from '../image/resize-region.js';
import { createSession } from '../weights/create-session.js';
import type { WeightStore } from '../weights/weight-store.js';
import type { Point } from './face-landmarks.js';

/** 0 closed to 1 open; left and right are the person's own. */
export interface EyeOpenness {
  readonly left: number;
  readonly right: number;
}

export interface EyeOpennessMeter {
  /** @param landmarks the 68 points, see `face-landmarks.ts` */
  measure(image: RasterImage, landmarks: readonly Point[]): Promise<EyeOpenness>;
}

const SIDE = 24;
/** The square about an eye, in its widths from corner to corner. */
const ENLARGEMENT = 1.6;
/** Corner on the picture's left, corner on its right, the four points of the lids. */
const EYE_ON_THE_LEFT = [36, 39, 37, 38, 40, 41];
const EYE_ON_THE_RIGHT = [42, 45, 43, 44, 46, 47];

/** The network of two classes that sees one eye at a time, under 1 ms each. Dark glasses are closed. */
export async function createEyeOpennessMeter(weights: WeightStore): Promise<EyeOpennessMeter> {
  const session = await createSession(weights, 'eye-openness');

  async function measureOne(image: RasterImage, region: Region): Promise<number> {
    const size = { width: SIDE, height: SIDE };
    const { levels } = toGreyImage(await resizeRegion(image, clampRegion(region, image), size));
    const values = Float32Array.from(levels, (level) => level / 255);
    const input = new Tensor('float32', values, [1, 1, SIDE, SIDE]);
    const [closed = 0, open = 0] = readOutput(await session.run({ input }), 'output');
    return 1 / (1 + Math.exp(closed - open));
  }

  return {
    async measure(image, landmarks) {
      return {
        right: await measureOne(image, squareAbout(landmarks, EYE_ON_THE_LEFT)),
        left: await measureOne(image, squareAbout(landmarks, EYE_ON_THE_RIGHT)),
      };
    },
  };
}

function squareAbout(landmarks: readonly Point[], indices: readonly number[]): Region {
  const [from, to, ...lids] = indices.map((index) => landmarks[index] ?? { x: 0, y: 0 });
  const side = ((to?.x ?? 0) - (from?.x ?? 0)) * ENLARGEMENT;
  const x = lids.reduce((sum, point) => sum + point.x, 0) / lids.length;
  const y = lids.reduce((sum, point) => sum + point.y, 0) / lids.length;
  return { left: x - side / 2, top: y - side / 2, width: side, height: side };
}
