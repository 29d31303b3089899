import type { Corners } from './corners.js';
import { findCard } from './find-card.js';
import type { CardFault, FrameReading } from './frame-reading.js';
import { halve, type GreyFrame } from './grey-frame.js';
import { lacksPrint } from './lacks-print.js';
import { lookInside, type InsideLook } from './look-inside.js';
import { measureSharpness, type Sharpness } from './measure-sharpness.js';
import { OUTLINE_SHARE, placeOf, type CardPlace } from './place-of-card.js';
import { reachesIn } from './reaches-in.js';

/** A frame of the view twice: small and whole, and a piece of the middle as fine as it is read. */
export interface CardFrame {
  readonly whole: GreyFrame;
  readonly patch: GreyFrame;
}

/*
 * Limits stand between what drawn cards show that are well placed and such with one fault, see
 * `npm run bench:guidance` and docs/benchmarks.md (tune split). They are wide: the reader gets along
 * with much more, and words that keep a person from a picture that would do are the worse mistake.
 */

/** Of a card: well placed 187 to 235 of 255, dimmed to a fifth 23 to 48. Where none is seen, of the desk. */
const LEAST_LIGHT = { card: 70, desk: 35 } as const;
/** Overexposed cards are white over 0.47 of their area and more. */
const MOST_WHITE = 0.3;
/** Well placed none, with a lamp on the values 0.034 and more. */
const MOST_GLARE = 0.02;
/** Well placed 0.87 to 1.02 of the outline, far away 0.68 and less. */
const SIZE = { least: 0.8, most: 1.09 } as const;
/** Well placed 0.045 of the outline's width at most. */
const MOST_OFFSET = 0.08;
/** Degrees; well placed 3 at most. */
const MOST_TURN = 7;
/** Well placed 0.086 at most, held at a slant 0.103 and more but for one of 38. */
const MOST_SLANT = 0.095;
/**
 * Well placed 0.38 and more, out of focus 0.081 and less. Lenses and the denoising of video make all of it
 * softer than drawn, so that it lies low: cards at the limit are read without a mistake.
 */
const LEAST_SHARPNESS = 0.1;
/**
 * Shaken 0.29 and less, well placed 0.48 and more, however soft. A coarse camera shows 0.26 and more of
 * cards that lie still, sharper than 0.46 then; shaken ones are softer than 0.32.
 */
const SHAKEN = { evenness: 0.37, sharpness: 0.36 } as const;
/** Cards have 0.02 even where they are blurred, blank paper half of that. */
const LEAST_DETAIL = 0.015;

/** What is wrong first: of several faults the one that has to be mended before the others show. */
export function judgeCardFrame({ whole, patch }: CardFrame): FrameReading {
  const found = findCard(halve(whole));
  const corners = found === null ? null : scaleCorners(found, 2, 2);
  const look = lookInside(whole, corners ?? outlineOf(whole));
  const seen = findFault(look, corners === null ? null : placeOf(corners, whole), patch);
  const fault = seen ?? (corners !== null && isCovered(whole, corners) ? 'COVERED' : null);
  const isLost = corners === null || fault === 'NO_CARD';
  return {
    fault,
    corners: isLost ? null : scaleCorners(corners, 1 / whole.width, 1 / whole.height),
  };
}

function findFault(look: InsideLook, place: CardPlace | null, patch: GreyFrame): CardFault | null {
  if (look.light < LEAST_LIGHT[place === null ? 'desk' : 'card']) return 'TOO_DARK';
  if (look.blownOut > MOST_WHITE) return 'TOO_BRIGHT';
  if (place === null || look.detail < LEAST_DETAIL) return 'NO_CARD';
  // Before the size, which a slant makes smaller.
  if (place.turn > MOST_TURN || place.slant > MOST_SLANT) return 'TILTED';
  if (place.size < SIZE.least) return 'CARD_FAR';
  if (place.size > SIZE.most) return 'CARD_NEAR';
  if (place.offset > MOST_OFFSET) return 'CARD_ASIDE';
  if (look.blownOut > MOST_GLARE) return 'GLARE';
  const sharpness = measureSharpness(patch);
  return sharpness !== null && isBlurred(sharpness) ? 'BLURRED' : null;
}

/** Soft in all directions, or smeared in one. */
function isBlurred({ softest, evenness }: Sharpness): boolean {
  if (softest < LEAST_SHARPNESS) return true;
  return evenness < SHAKEN.evenness && softest < SHAKEN.sharpness;
}

function isCovered(whole: GreyFrame, corners: Corners): boolean {
  return lacksPrint(whole, corners) || reachesIn(whole, corners);
}

/** Where the card belongs: its light is judged there while none is found. */
function outlineOf({ width, height }: GreyFrame): Corners {
  const halfWidth = (width * OUTLINE_SHARE) / 2;
  const [left, right] = [width / 2 - halfWidth, width / 2 + halfWidth];
  const [top, bottom] = [height * 0.1, height * 0.9];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

function scaleCorners(corners: Corners, byX: number, byY: number): Corners {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = corners;
  const scale = ({ x, y }: Corners[number]) => ({ x: x * byX, y: y * byY });
  return [scale(upperLeft), scale(upperRight), scale(lowerRight), scale(lowerLeft)];
}
