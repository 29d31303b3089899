import type { TextLine } from '../card/text-line.js';
import type { RasterImage } from '../image/raster-image.js';
import { shareImage, type LinePicture } from '../text/line-picture.js';
import { lookClosely, type CloseLook } from '../card/look-closely.js';
import type { TextDetector } from '../text/text-detector.js';
import type { TextRecogniser } from '../text/text-recogniser.js';
import { fillSlots, type CardLayout } from './fill-slots.js';
import { isKtp } from './is-ktp.js';
import { readNik } from './nik.js';
import { findLabels } from './find-labels.js';
import { readLines, recogniseLines } from './read-lines.js';
import { valuesOf } from './reread-slots.js';
import type { KtpThresholds } from './thresholds.js';

export interface CardScan {
  readonly image: LinePicture;
  readonly lines: readonly TextLine[];
  readonly layout: CardLayout;
  readonly isKtp: boolean;
  /** Milliseconds that finding the lines took, out of all. */
  readonly detectMs: number;
}

export interface CardScanner {
  readonly detector: TextDetector;
  readonly first: TextRecogniser;
  readonly second: TextRecogniser;
  readonly thresholds: Pick<KtpThresholds, 'minLabels'>;
}

/**
 * Finds and reads every line, and sees what they say together. Where that is no KTP and other
 * text lies apart, looks there too: a letter beside the card may hold more text than the card.
 */
export async function scanCard(picture: RasterImage, scanner: CardScanner): Promise<CardScan> {
  const looking = look(picture, scanner, 0);
  // The look begins with other threads scaling the picture: copying it goes on beside them.
  const image = shareImage(picture);
  const seen = await looking;
  const first = await readPart(image, scanner, seen);
  if (first.isKtp || !seen.hasMore) return first;
  const second = await readPart(image, scanner, await look(image, scanner, 1));
  const found = second.isKtp ? second : first;
  return { ...found, detectMs: first.detectMs + second.detectMs };
}

type TimedLook = CloseLook & Pick<CardScan, 'detectMs'>;

async function look(
  image: RasterImage,
  { detector }: CardScanner,
  rank: number,
): Promise<TimedLook> {
  const start = performance.now();
  const seen = await lookClosely(detector, image, rank);
  return { ...seen, detectMs: performance.now() - start };
}

async function readPart(
  image: LinePicture,
  { first, second, thresholds }: CardScanner,
  { boxes, detectMs }: TimedLook,
): Promise<CardScan> {
  const lines = await readLabelsAgain(image, await readLines(image, boxes, first), second);
  const layout = fillSlots(lines);
  const hasNik = readNik(valuesOf(layout.slots).get('nik') ?? []) !== null;
  const isCard = isKtp(layout, lines, hasNik, thresholds);
  return { image, lines, layout, isKtp: isCard, detectMs };
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
  second: TextRecogniser,
): Promise<readonly TextLine[]> {
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
