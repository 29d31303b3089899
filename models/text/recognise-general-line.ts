import { Tensor, type InferenceSession } from 'onnxruntime-node';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { cropLine } from './crop-line.js';
import { decodeCtc } from './ctc-decode.js';
import { packScores } from './line-scores.js';
import { toReading } from './line-reading.js';
import type { RecogniseLine } from './recognise-line.js';

/** Rows of the recogniser's input. */
const LINE_HEIGHT = 48;
/** Widths are padded to whole steps, so that the runtime plans few shapes. */
const WIDTH_STEP = 32;
/** Above it a line is squeezed: no line of a card is longer, and memory stays bounded. */
const MAX_WIDTH = 1600;
/**
 * Lines at least so high, in pixels of the picture, are read at four fifths of their width: a fifth
 * less time, and on 48 drawn cards 831 instead of 829 of 864 values right at first reading. Lower
 * lines have no detail to spare: there it loses a tenth of the values.
 */
const SQUEEZABLE_HEIGHT = 34;
const SQUEEZE = 0.8;

/**
 * Recogniser of the PP-OCRv6 family: 1×3×48×W in, 1×steps×classes out, probabilities.
 *
 * Only printable ASCII is decoded: nothing else stands on a card, and the thousands of other glyphs
 * are what a worn letter is mistaken for. What looked like one of them comes out with the little
 * probability its best ASCII reading had.
 */
export function createGeneralLineRecogniser(
  session: InferenceSession,
  classes: readonly string[],
): RecogniseLine {
  const alphabet = classes
    .map((character, index) => ({ character, index }))
    .filter(({ character }) => /^[ -~]$/.test(character));
  return async (picture, box) => {
    const squeeze = box.height >= SQUEEZABLE_HEIGHT ? SQUEEZE : 1;
    const line = toTensor(cropLine(picture, box, LINE_HEIGHT, squeeze));
    const values = readOutput(await session.run({ x: line }), 'fetch_name_0');
    const steps = values.length / classes.length;
    const scores = { values, steps, classes: classes.length };
    return toReading(decodeCtc(scores, alphabet), packScores(scores, alphabet));
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
