import { Tensor, type InferenceSession } from 'onnxruntime-node';
import type { GreyImage } from '../image/grey-image.js';
import { readOutput } from '../image/read-output.js';
import { standardiseGrey } from '../image/standardise-grey.js';
import { cropGreyLine } from './crop-line.js';
import { decodeCtc } from './ctc-decode.js';
import type { LineBox } from './line-box.js';
import { packScores } from './line-scores.js';
import { toReading } from './line-reading.js';
import type { RecogniseLine } from './recognise-line.js';

/** Rows of the recogniser's input. */
export const CARD_LINE_HEIGHT = 32;
/** Widths are padded to whole steps, so that the runtime plans few shapes. */
const WIDTH_STEP = 16;
/** Pixels of the line for each step of the answer. */
const STEP = 4;
/** Above it a line is cut: no line of a card is longer, and memory stays bounded. */
const MAX_WIDTH = 1152;
/**
 * Line heights added at either end: the detector's boxes end within the first letter or before the
 * last dot now and then.
 */
const MARGIN = 0.13;
/**
 * Lines are read so much wider than they are, or at a second look: an apostrophe beside an I is narrower
 * than two steps else, and what a reading owes to where the steps fall, the other look does not share.
 */
export const LOOKS = { FIRST: 1.2, SECOND: 1.4 } as const;

/**
 * The recogniser trained for the card (`models/text/training/`): 1×1×32×W greys with mean 0 and
 * deviation 1 in, 1×W/4×classes out, probabilities.
 *
 * @param stretch one of `LOOKS`
 */
export function createCardLineRecogniser(
  session: InferenceSession,
  classes: readonly string[],
  stretch: number = LOOKS.FIRST,
): RecogniseLine {
  const alphabet = classes
    .map((character, index) => ({ character, index }))
    .filter(({ character }) => character !== '');
  return async ({ grey }, box) => {
    const line = cropGreyLine(grey, widenCardLine(box), CARD_LINE_HEIGHT, stretch);
    const values = readOutput(await session.run({ line: toTensor(line) }), 'probabilities');
    const steps = Math.ceil(Math.min(line.width, MAX_WIDTH) / STEP);
    const scores = { values, steps, classes: classes.length };
    return toReading(decodeCtc(scores, alphabet), packScores(scores, alphabet));
  };
}

/** What is read of a line's box. */
export function widenCardLine(box: LineBox): LineBox {
  return { ...box, width: box.width + 2 * MARGIN * box.height };
}

/** Right of the line stands its mean. */
function toTensor(line: GreyImage): Tensor {
  const padded = Math.ceil(Math.min(line.width, MAX_WIDTH) / WIDTH_STEP) * WIDTH_STEP;
  const plane = { width: padded, height: line.height };
  return new Tensor('float32', standardiseGrey(line, plane), [1, 1, plane.height, plane.width]);
}
