import { toPlanarTensor } from '../image/planar-tensor.js';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { wholeRegion } from '../image/region.js';
import { resizeRegion } from '../image/resize-region.js';
import { createSession } from '../weights/create-session.js';
import type { WeightStore } from '../weights/weight-store.js';
import { suppressOverlaps, type FaceBox } from './face-box.js';

const INPUT = { width: 320, height: 240 };

/** Confidence from which the network's authors count a face. */
const MIN_SCORE = 0.7;
const MAX_OVERLAP = 0.3;

/** What the fit leaves free is filled with the network's zero, (127 − 127) ÷ 128. */
const FILL = 127;

export interface FaceDetector {
  /**
   * Faces in the image, the most confident first, in its pixels. Faces smaller than about 10 of the
   * 320 × 240 pixels that it is fitted into are missed.
   */
  detect(image: RasterImage): Promise<FaceBox[]>;
}

/** UltraFace RFB-320: finds upright faces in about 5 ms. */
export async function createFaceDetector(weights: WeightStore): Promise<FaceDetector> {
  const session = await createSession(weights, 'face-detector');
  return {
    async detect(image) {
      const scale = Math.min(INPUT.width / image.width, INPUT.height / image.height);
      const input = toPlanarTensor(await fitInto(image, scale), {
        channels: 'RGB',
        mean: 127,
        scale: 128,
      });
      const outputs = await session.run({ input });
      const boxes = decodeBoxes(readOutput(outputs, 'scores'), readOutput(outputs, 'boxes'));
      return suppressOverlaps(boxes, MAX_OVERLAP).map((box) => ({
        score: box.score,
        left: box.left / scale,
        top: box.top / scale,
        width: box.width / scale,
        height: box.height / scale,
      }));
    },
  };
}

/** Keeps the aspect ratio: a stretched face is found less well and boxed wrongly. */
async function fitInto(image: RasterImage, scale: number): Promise<RasterImage> {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const fitted = await resizeRegion(image, wholeRegion(image), { width, height });
  const data = new Uint8Array(INPUT.width * INPUT.height * 3).fill(FILL);
  for (let row = 0; row < height; row += 1) {
    const line = fitted.data.subarray(row * width * 3, (row + 1) * width * 3);
    data.set(line, row * INPUT.width * 3);
  }
  return { ...INPUT, data };
}

/** @param boxes left, top, right, bottom relative to the input; `scores` pairs of not-face, face */
function decodeBoxes(scores: Float32Array, boxes: Float32Array): FaceBox[] {
  const found: FaceBox[] = [];
  for (let index = 0; index * 2 < scores.length; index += 1) {
    const score = scores[index * 2 + 1] ?? 0;
    if (score < MIN_SCORE) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(index * 4, index * 4 + 4);
    found.push({
      score,
      left: left * INPUT.width,
      top: top * INPUT.height,
      width: (right - left) * INPUT.width,
      height: (bottom - top) * INPUT.height,
    });
  }
  return found;
}
