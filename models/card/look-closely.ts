import { cutTurned } from '../image/cut-turned.js';
import type { RasterImage } from '../image/raster-image.js';
import type { LineBox } from '../text/line-box.js';
import type { TextDetector } from '../text/text-detector.js';
import { findTextAngle } from './level-lines.js';
import { gatherText } from './gather-text.js';

/**
 * Pixels of the detector's input. On 48 drawn cards lines of 13 px and more were found whole; a
 * card that fills a third of the picture has lines of 8.
 */
const MIN_LINE_HEIGHT = 12;
/** A second look gains little when the text already spans this share of the picture. */
const MAX_SPAN = 0.7;
/** Radians off the nearest quarter turn from which lines run into each other: five degrees. */
const MAX_TILT = (5 * Math.PI) / 180;
/** Share of the text's extent added around it, for lines that the first look missed. */
const MARGIN = 0.08;

/**
 * Finds the lines, and looks again at the part that holds them, laid level, when they are small or
 * tilted.
 */
export async function detectClosely(
  detector: TextDetector,
  image: RasterImage,
  longSide: number,
): Promise<LineBox[]> {
  const boxes = await detector.detect(image, longSide);
  const angle = findTextAngle(boxes);
  const text = gatherText(boxes, angle);
  if (text === null) return boxes;
  const scale = longSide / Math.max(image.width, image.height);
  const isSmall =
    text.lineHeight * scale < MIN_LINE_HEIGHT &&
    Math.max(text.width, text.height) * scale <= longSide * MAX_SPAN;
  if (!isSmall && Math.abs(offQuarterTurn(angle)) <= MAX_TILT) return boxes;
  const margin = 2 * MARGIN * Math.max(text.width, text.height);
  const cut = await cutTurned(
    image,
    { ...text, width: text.width + margin, height: text.height + margin },
    longSide,
  );
  const found = await detector.detect(cut.raster, Math.max(cut.raster.width, cut.raster.height));
  return found.map((box) => ({
    centre: cut.toPicture(box.centre),
    width: box.width * cut.pitch,
    height: box.height * cut.pitch,
    angle: box.angle + angle,
  }));
}

function offQuarterTurn(angle: number): number {
  return angle - (Math.PI / 2) * Math.round(angle / (Math.PI / 2));
}
