import { Tensor } from 'onnxruntime-node';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { clampRegion, type Region } from '../image/region.js';
import { resizeRegion } from '../image/resize-region.js';
import { createSession } from '../weights/create-session.js';
import type { WeightStore } from '../weights/weight-store.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const SIDE = 64;

export interface LandmarkFinder {
  /** 68 points in the usual order (jaw 0–16, brows, nose, eyes, mouth 48–67), in image pixels. */
  find(image: RasterImage, box: Region): Promise<readonly Point[]>;
}

/** The 68-point network: reads the square around a face box in grey, about 1 ms. */
export async function createLandmarkFinder(weights: WeightStore): Promise<LandmarkFinder> {
  const session = await createSession(weights, 'face-landmarks');
  return {
    async find(image, box) {
      const square = clampRegion(squareAround(box), image);
      const face = await resizeRegion(image, square, { width: SIDE, height: SIDE });
      const output = readOutput(await session.run({ input: toGreyTensor(face) }), 'output');
      return Array.from({ length: output.length / 2 }, (_, index) => ({
        x: square.left + (output[index * 2] ?? 0) * square.width,
        y: square.top + (output[index * 2 + 1] ?? 0) * square.height,
      }));
    },
  };
}

/** The detector's boxes are higher than wide; the network was fed squares of their height. */
function squareAround({ left, top, width, height }: Region): Region {
  return { left: left + (width - height) / 2, top, width: height, height };
}

function toGreyTensor({ data }: RasterImage): Tensor {
  const grey = new Float32Array(SIDE * SIDE);
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    const red = data[pixel * 3] ?? 0;
    const green = data[pixel * 3 + 1] ?? 0;
    const blue = data[pixel * 3 + 2] ?? 0;
    // Weights of ITU-R BT.601, as in the network's own preparation; scaled by 256, not 255.
    grey[pixel] = (0.299 * red + 0.587 * green + 0.114 * blue) / 256;
  }
  return new Tensor('float32', grey, [1, 1, SIDE, SIDE]);
}
