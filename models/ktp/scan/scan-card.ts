import type { LineFinder } from '../../card/line-finder.js';
import { lookClosely, lookOver } from '../../card/look-closely.js';
import type { Quad } from '../../image/homography.js';
import type { LinePicture } from '../../text/line-picture.js';
import type { TextDetector } from '../../text/text-detector.js';
import { scanLines, type LineScan, type LineScanner } from './scan-lines.js';

export interface CardScan extends LineScan {
  readonly image: LinePicture;
  /**
   * The card's corners as its locator saw them; `null` where it saw none, and where the text told that
   * it was wrong.
   */
  readonly located: Quad | null;
  /** Milliseconds that finding the lines took, out of all. */
  readonly detectMs: number;
}

export interface CardScanner extends LineScanner {
  /** Where the card of this picture lies, see `CardLocator`. */
  readonly locate: () => Promise<Quad | null>;
  readonly lineFinder: LineFinder;
  readonly detector: TextDetector;
}

/** A good picture shows 11 to 13 labels; with as many, nothing more would be found elsewhere. */
const ENOUGH_LABELS = 8;

/**
 * Finds the lines of the card where its locator sees it, and reads them. Where that shows no KTP, or
 * little of one, looks for any text in the picture as well: it may be another paper, or a card in a
 * state that the locator does not know.
 */
export async function scanCard(image: LinePicture, scanner: CardScanner): Promise<CardScan> {
  const located = await scanLocated(image, scanner);
  if (located !== null && countLabels(located) >= ENOUGH_LABELS) return located;
  const searched = await scanAnyText(image, scanner);
  const isLocated = located?.isKtp === true && countLabels(located) >= countLabels(searched);
  const best = isLocated ? located : searched;
  const corners = best.isKtp ? best.located : (located?.located ?? null);
  return { ...best, located: corners, detectMs: searched.detectMs + (located?.detectMs ?? 0) };
}

function countLabels({ isKtp, layout }: LineScan): number {
  return isKtp ? layout.labels.length : 0;
}

async function scanLocated(image: LinePicture, scanner: CardScanner): Promise<CardScan | null> {
  const start = performance.now();
  const outline = await scanner.locate();
  if (outline === null) return null;
  const boxes = await scanner.lineFinder.find(image.grey, outline);
  const detectMs = performance.now() - start;
  const scan = await scanLines(image, { boxes, likely: directionOf(outline) }, scanner);
  return { ...scan, image, located: outline, detectMs };
}

/** Radians, of the card's upper edge. */
function directionOf([topLeft, topRight]: Quad): number {
  return Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x);
}

/**
 * Finds and reads all text. Where that is no KTP and other text lies apart, looks there too: a letter
 * beside the card may hold more text than the card.
 */
async function scanAnyText(image: LinePicture, scanner: CardScanner): Promise<CardScan> {
  const start = performance.now();
  const look = await lookOver(scanner.detector, image);
  let detectMs = performance.now() - start;
  const scanText = async (rank: number): Promise<LineScan> => {
    const begun = performance.now();
    const boxes = await lookClosely(scanner.detector, image, look, rank);
    detectMs += performance.now() - begun;
    return await scanLines(image, { boxes }, scanner);
  };
  const first = await scanText(0);
  const scans = [first];
  if (!first.isKtp && look.texts.length > 1) scans.push(await scanText(1));
  const best = scans.find(({ isKtp: isCard }) => isCard) ?? first;
  return { ...best, image, located: null, detectMs };
}
