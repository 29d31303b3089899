import type { TextLine } from '../card/text-line.js';
import type { RasterImage } from '../image/raster-image.js';
import { shareImage, type LinePicture } from '../text/line-picture.js';
import { lookClosely, lookOver, type Look } from '../card/look-closely.js';
import type { TextDetector } from '../text/text-detector.js';
import type { TextRecogniser } from '../text/text-recogniser.js';
import { fillSlots, type CardLayout } from './fill-slots.js';
import { isKtp } from './is-ktp.js';
import { readNik } from './nik.js';
import { findLabels } from './find-labels.js';
import { readLines, recogniseLines } from './read-lines.js';
import { valuesOf, type SlotReadings } from './reread-slots.js';
import type { KtpThresholds } from './thresholds.js';

export interface CardScan {
  readonly image: LinePicture;
  readonly lines: readonly TextLine[];
  readonly layout: CardLayout;
  /** The slots' values as they were first read. */
  readonly values: SlotReadings;
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
  const start = performance.now();
  const looking = lookOver(scanner.detector, picture);
  // The look begins with other threads scaling the picture: copying it goes on beside them.
  const image = shareImage(picture);
  const look = await looking;
  const lookMs = performance.now() - start;
  const first = await scanText(image, scanner, look, 0);
  const scans = [first];
  if (!first.isKtp && look.texts.length > 1) scans.push(await scanText(image, scanner, look, 1));
  const detectMs = scans.reduce((sum, scan) => sum + scan.detectMs, lookMs);
  return { ...(scans.find(({ isKtp: isCard }) => isCard) ?? first), detectMs };
}

async function scanText(
  image: LinePicture,
  { detector, first, second, thresholds }: CardScanner,
  look: Look,
  rank: number,
): Promise<CardScan> {
  const start = performance.now();
  const boxes = await lookClosely(detector, image, look, rank);
  const detectMs = performance.now() - start;
  const lines = await readLabelsAgain(image, await readLines(image, boxes, first), second);
  const layout = fillSlots(lines);
  const values = valuesOf(layout.slots);
  const hasNik = readNik(values.get('nik') ?? []) !== null;
  const isCard = isKtp(layout, lines, hasNik, thresholds);
  return { image, lines, layout, values, isKtp: isCard, detectMs };
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
