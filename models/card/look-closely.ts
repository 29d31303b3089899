import { cutTurned } from '../image/cut-turned.js';
import type { RasterImage } from '../image/raster-image.js';
import type { LineBox } from '../text/line-box.js';
import type { TextDetector } from '../text/text-detector.js';
import { gatherText, isWithin, reachOf, type GatheredText } from './gather-text.js';

/** Pixels of the long side at first look: enough for a card that fills most of the picture. */
const FIRST_LONG_SIDE = 640;
/** At the next look, when the first found hardly any text: a card far away, a dark picture, or no card. */
const PATIENT_LONG_SIDE = 1600;
/** At the last look, when nothing was found that may be a text. */
const BLURRED_LONG_SIDE = 1280;
/** A card has 30 lines of text; below this most of them were missed. */
const ENOUGH_LINES = 20;
/** Pixels of the long side of the part that holds the text, once it is known. */
const CLOSE_LONG_SIDE = 960;
/** Share of the picture the text spans from which the first look saw it well. */
const WELL_SEEN_SPAN = 0.62;
/** Radians off the horizontal from which lines run into each other: five degrees. */
const MAX_TILT = (5 * Math.PI) / 180;

export interface Look {
  readonly boxes: LineBox[];
  /** Groups of boxes that may be a paper each, the one with most text first. */
  readonly texts: readonly GatheredText[];
}

/** Looks at the whole picture, closer where little text shows. Figures in ADR 0011. */
export async function lookOver(detector: TextDetector, image: RasterImage): Promise<Look> {
  const first = await lookAt(detector, image, FIRST_LONG_SIDE);
  return countLines(first) >= ENOUGH_LINES ? first : await lookPatiently(detector, image, first);
}

/**
 * The lines of one text in the picture. Looks again at the part that holds them, laid level, when they
 * are small, tilted or upright; leaves out print elsewhere in the picture.
 *
 * @param rank 0 for the text with most lines, 1 for the next
 */
export async function lookClosely(
  detector: TextDetector,
  image: RasterImage,
  { boxes, texts }: Look,
  rank: number,
): Promise<LineBox[]> {
  const text = texts[rank];
  if (text === undefined) return boxes;
  if (isWellSeen(text, image)) return keepWithin(boxes, text);
  const again = await lookAgain(detector, image, text);
  const [card] = gatherText(again);
  return card === undefined ? again : keepWithin(again, card);
}

/** Print that is blurred beyond reading shows as lines only when it is made smaller again. */
async function lookPatiently(
  detector: TextDetector,
  image: RasterImage,
  first: Look,
): Promise<Look> {
  const second = richerOf(first, await lookAt(detector, image, PATIENT_LONG_SIDE));
  if (countLines(second) > 0) return second;
  return richerOf(second, await lookAt(detector, image, BLURRED_LONG_SIDE));
}

function richerOf(first: Look, second: Look): Look {
  const isFirst =
    countLines(first) > countLines(second) ||
    (countLines(second) === 0 && first.boxes.length > second.boxes.length);
  return isFirst ? first : second;
}

function countLines({ texts: [text] }: Look): number {
  return text?.lines ?? 0;
}

async function lookAt(detector: TextDetector, image: RasterImage, longSide: number): Promise<Look> {
  const boxes = await detector.detect(image, longSide);
  return { boxes, texts: gatherText(boxes) };
}

function isWellSeen(text: GatheredText, image: RasterImage): boolean {
  if (Math.abs(text.angle) > MAX_TILT) return false;
  const span = Math.max(text.width, text.height) / Math.max(image.width, image.height);
  return text.lines >= ENOUGH_LINES && span >= WELL_SEEN_SPAN;
}

async function lookAgain(
  detector: TextDetector,
  image: RasterImage,
  text: GatheredText,
): Promise<LineBox[]> {
  const { raster, pitch, toPicture } = await cutTurned(image, reachOf(text), CLOSE_LONG_SIDE);
  const found = await detector.detect(raster, Math.max(raster.width, raster.height));
  return found.map(({ centre, width, height, angle }) => ({
    centre: toPicture(centre),
    width: width * pitch,
    height: height * pitch,
    angle: angle + text.angle,
  }));
}

function keepWithin(boxes: readonly LineBox[], text: GatheredText): LineBox[] {
  const reach = reachOf(text);
  return boxes.filter(({ centre }) => isWithin(centre, reach));
}
