import { Tensor, type InferenceSession } from 'onnxruntime-node';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { clampRegion, wholeRegion, type Region } from '../image/region.js';
import { resizeRegion } from '../image/resize-region.js';
import type { LineBox } from './line-box.js';
import { locateLines } from './locate-lines.js';

export interface TextDetector {
  /**
   * The lines of text in the image or in a part of it.
   *
   * @param longSide pixels to which the long side is scaled first
   */
  detect(image: RasterImage, longSide: number, region?: Region): Promise<LineBox[]>;
}

/** Means and deviations of ImageNet, in the order the weights expect: blue, green, red. */
const CHANNELS = [
  { offset: 2, mean: 0.485, deviation: 0.229 },
  { offset: 1, mean: 0.456, deviation: 0.224 },
  { offset: 0, mean: 0.406, deviation: 0.225 },
] as const;
/** The network halves its input five times. */
const STRIDE = 32;

/** Detector of the PP-OCRv6 family: 1×3×H×W in, probability map 1×1×H×W out. */
export function createTextDetector(session: InferenceSession): TextDetector {
  return {
    async detect(image, longSide, wanted = wholeRegion(image)) {
      const region = clampRegion(wanted, image);
      const scale = longSide / Math.max(region.width, region.height);
      const size = {
        width: Math.max(Math.round(region.width * scale), STRIDE),
        height: Math.max(Math.round(region.height * scale), STRIDE),
      };
      const tensor = toTensor(await resizeRegion(image, region, size));
      const outputs = await session.run({ x: tensor });
      const [, , height = 0, width = 0] = tensor.dims;
      const values = readOutput(outputs, 'fetch_name_0');
      return locateLines({ width, height, values }).map((box) => ({
        ...box,
        centre: { x: region.left + box.centre.x / scale, y: region.top + box.centre.y / scale },
        width: box.width / scale,
        height: box.height / scale,
      }));
    },
  };
}

/** Pads with the mean colour to whole strides: stretching instead would bend the angles. */
function toTensor({ data, width, height }: RasterImage): Tensor {
  const paddedWidth = Math.ceil(width / STRIDE) * STRIDE;
  const paddedHeight = Math.ceil(height / STRIDE) * STRIDE;
  const planes = new Float32Array(3 * paddedWidth * paddedHeight);
  for (const [plane, { offset, mean, deviation }] of CHANNELS.entries()) {
    const levels = Float32Array.from(
      { length: 256 },
      (_, level) => (level / 255 - mean) / deviation,
    );
    for (let y = 0; y < height; y += 1) {
      let target = (plane * paddedHeight + y) * paddedWidth;
      const end = (y + 1) * width * 3;
      for (let source = y * width * 3 + offset; source < end; source += 3, target += 1) {
        planes[target] = levels[data[source] ?? 0] ?? 0;
      }
    }
  }
  return new Tensor('float32', planes, [1, 3, paddedHeight, paddedWidth]);
}
