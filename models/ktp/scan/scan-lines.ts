import type { TextLine } from '../../card/text-line.js';
import type { LineBox } from '../../text/line-box.js';
import type { LinePicture } from '../../text/line-picture.js';
import type { TextRecogniser } from '../../text/text-recogniser.js';
import { fillSlots, type CardLayout } from '../layout/fill-slots.js';
import { findLabels } from '../layout/find-labels.js';
import { isKtp } from './is-ktp.js';
import { readNik } from '../nik/nik.js';
import { readLines, recogniseLines } from './read-lines.js';
import { valuesOf, type SlotReadings } from './reread-slots.js';
import type { KtpThresholds } from '../thresholds.js';

/** What the lines of one paper say. */
export interface LineScan {
  readonly lines: readonly TextLine[];
  readonly layout: CardLayout;
  /** The slots' values as they were first read. */
  readonly values: SlotReadings;
  readonly isKtp: boolean;
}

export interface LineScanner {
  readonly first: TextRecogniser;
  readonly second: TextRecogniser | null;
  readonly thresholds: Pick<KtpThresholds, 'minLabels'>;
}

/**
 * Reads lines and sees what they say together.
 *
 * @param likely the direction their text is most likely read in, where something tells
 */
export async function scanLines(
  image: LinePicture,
  { boxes, likely }: { readonly boxes: readonly LineBox[]; readonly likely?: number | undefined },
  { first, second, thresholds }: LineScanner,
): Promise<LineScan> {
  const read = await readLines(image, { boxes, likely }, first);
  const lines = await readLabelsAgain(image, read, second);
  const layout = fillSlots(lines);
  const values = valuesOf(layout.slots);
  const hasNik = readNik(values.get('nik') ?? []) !== null;
  return { lines, layout, values, isKtp: isKtp(layout, lines, hasNik, thresholds) };
}

/** A good picture shows 11 to 13 labels. */
const ENOUGH_LABELS = 9;
/** Fewer come from another paper, which is not worth the time. */
const SOME_LABELS = 2;
const UNSURE = 0.9;
/** Line heights from the left edge of a label within which another begins: three are indented. */
const LABEL_LENGTH = 4;

/**
 * Where labels of a card are missing, reads the lines again that may be one: without the labels the
 * values have no names.
 */
async function readLabelsAgain(
  image: LinePicture,
  lines: readonly TextLine[],
  second: TextRecogniser | null,
): Promise<readonly TextLine[]> {
  if (second === null) return lines;
  const labels = findLabels(lines);
  if (labels.length >= ENOUGH_LABELS || labels.length < SOME_LABELS) return lines;
  const known = new Set(labels.map(({ line }) => line));
  const right = Math.max(...labels.map(({ line }) => line.left + LABEL_LENGTH * line.height));
  const open = lines.filter(
    (line) => !known.has(line) && line.reading.confidence < UNSURE && line.left < right,
  );
  const again = await recogniseLines(image, open, second);
  const newOf = new Map(open.map((line, index) => [line, again[index] ?? line]));
  return lines.map((line) => newOf.get(line) ?? line);
}
