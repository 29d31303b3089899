import { Tensor, type InferenceSession } from 'onnxruntime-node';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { decodeCtc } from './ctc-decode.js';
import { toReading, type LineReading } from './line-reading.js';

/** Reads one level line of height `LINE_HEIGHT` from left to right. */
export type RecogniseLine = (line: RasterImage) => Promise<LineReading>;

/** Rows of the recogniser's input. */
export const LINE_HEIGHT = 48;
/** Widths are padded to whole steps, so that the runtime plans few shapes. */
const WIDTH_STEP = 32;
/** Above it a line is squeezed: no line of a card is longer, and memory stays bounded. */
const MAX_WIDTH = 1600;

/**
 * Recogniser of the PP-OCRv6 family: 1×3×48×W in, 1×steps×classes out, probabilities.
 *
 * Only printable ASCII is decoded: nothing else stands on a card, and the thousands of other glyphs
 * are what a worn letter is mistaken for. What looked like one of them comes out with the little
 * probability its best ASCII reading had.
 *
 * @param classes what each class stands for, '' for the CTC blank
 */
export function createLineRecogniser(
  session: InferenceSession,
  classes: readonly string[],
): RecogniseLine {
  const alphabet = classes
    .map((character, index) => ({ character, index }))
    .filter(({ character }) => /^[ -~]$/.test(character));
  return async (line) => {
    const outputs = await session.run({ x: toTensor(line) });
    const values = readOutput(outputs, 'fetch_name_0');
    const steps = values.length / classes.length;
    return toReading(decodeCtc({ values, steps, classes: classes.length }, alphabet));
  };
}

function toTensor({ data, width, height }: RasterImage): Tensor {
  const kept = Math.min(width, MAX_WIDTH);
  const padded = Math.ceil(kept / WIDTH_STEP) * WIDTH_STEP;
  const planes = new Float32Array(3 * height * padded);
  for (let plane = 0; plane < 3; plane += 1) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < kept; x += 1) {
        const source = Math.floor((x * width) / kept);
        const value = data[(y * width + source) * 3 + (2 - plane)] ?? 0;
        planes[(plane * height + y) * padded + x] = value / 127.5 - 1;
      }
    }
  }
  return new Tensor('float32', planes, [1, 3, height, padded]);
}
