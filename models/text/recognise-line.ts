import { Tensor, type InferenceSession } from 'onnxruntime-node';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { decodeCtc, type DecodableClass } from './ctc-decode.js';
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
 * @param characters the class names in file order, one a line; blank precedes and space follows them
 */
export function createLineRecogniser(session: InferenceSession, characters: string): RecogniseLine {
  const alphabet = asciiClasses(characters);
  return async (line) => {
    const outputs = await session.run({ x: toTensor(line) });
    const [, steps = 0, classes = 0] = outputs.fetch_name_0?.dims ?? [];
    const values = readOutput(outputs, 'fetch_name_0');
    return toReading(decodeCtc({ values, steps, classes }, alphabet));
  };
}

function asciiClasses(characters: string): DecodableClass[] {
  const names = characters.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  return [...names, ' ']
    .map((character, position) => ({ character, index: position + 1 }))
    .filter(({ character }) => /^[ -~]$/.test(character));
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
