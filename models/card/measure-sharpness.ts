import type { GreyImage } from '../image/grey-image.js';
import type { Point, Quad } from '../image/homography.js';
import { laidStraight, layStraight, STRIDE } from './lay-straight.js';
import { measurePrint } from './measure-print.js';
import { CARD_ASPECT } from './straighten-card.js';

/** Pixels from the card's left edge to its right one in which it is looked at. */
const CARD_WIDTH = 576;

/**
 * How sharp a card is as a whole, where no line of it can be read to tell: the steepest change between
 * neighbouring pixels as a share of its contrast, 0 to 1, in the direction that is blurred more. Cards
 * blurred or shaken beyond reading measure 0.065 to 0.13 (22 drawn ones), other cards and letters from
 * 0.38 (16).
 */
export function measureSharpness(image: GreyImage, outline: Quad): number {
  // Nothing is enlarged: a small card would pass for a soft one.
  const own = Math.floor(lengthOf(outline[0], outline[1]) / STRIDE) * STRIDE;
  const cardWidth = Math.min(Math.max(own, STRIDE), CARD_WIDTH);
  const size = { width: cardWidth, height: Math.round(cardWidth / CARD_ASPECT), cardWidth };
  const line = layStraight(image, laidStraight(outline, size), size);
  const print = measurePrint([{ line, height: size.height }]);
  return print === null ? 1 : Math.min(print.sharpness, print.sharpnessAcross);
}

function lengthOf(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
