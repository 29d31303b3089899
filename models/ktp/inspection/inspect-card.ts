import { toSign, type CardSign, type CardSignName } from '../../card/card-sign.js';
import { isCardLike } from '../../card/is-card-like.js';
import { countCutLines } from '../../card/measure-crop.js';
import { measureExposure } from '../../card/measure-exposure.js';
import { measureMotion } from '../../card/measure-motion.js';
import type { PrintQuality } from '../../card/measure-print.js';
import { measureSharpness } from '../../card/measure-sharpness.js';
import type { TextLine } from '../../card/text-line.js';
import type { Quad } from '../../image/homography.js';
import type { LinePicture } from '../../text/line-picture.js';
import type { CardLayout } from '../layout/fill-slots.js';
import { inspectSurface, NOTHING_SEEN, type CardInspection } from './inspect-surface.js';
import { hasCardWord } from '../layout/labels.js';
import type { KtpThresholds } from '../thresholds.js';

export interface SeenCard {
  readonly image: LinePicture;
  readonly lines: readonly TextLine[];
  readonly layout: CardLayout;
  readonly isKtp: boolean;
  /** `null` when too little was read to place the card. */
  readonly outline: Quad | null;
  /** Where a card seems to lie, whatever was read; `null` where none does. */
  readonly located: Quad | null;
  /** `null` when nothing was found to measure. */
  readonly print: PrintQuality | null;
}

/** Fewer labels place a card too badly to say what covers it. */
const MIN_LABELS = 4;

/**
 * Whether it is known where the card lies, so that its surface could be looked at.
 *
 * - `PLACED`: it is. - `FEW_LABELS`: too few to place it by, as where most of it is cut off. - `NOT_AS_CARD`:
 *   what was read lies as on no card.
 */
export type Placement = 'PLACED' | 'FEW_LABELS' | 'NOT_AS_CARD';

export interface InspectedCard extends CardInspection {
  readonly placement: Placement;
}

/**
 * Everything that can be wrong with the picture or the card, each sign with its score, its
 * threshold and where it shows. Signs of the card's surface need its outline.
 */
export function inspectCard(seen: SeenCard, thresholds: KtpThresholds): InspectedCard {
  const { outline, isKtp } = seen;
  const print = inspectPrint(seen, thresholds);
  const placement = judgePlacement(seen);
  if (!isKtp) {
    const signs = keepWorst([...print, ...inspectPicture(seen, thresholds)]);
    return { ...NOTHING_SEEN, placement, signs };
  }
  if (outline === null || placement !== 'PLACED')
    return { ...NOTHING_SEEN, placement, signs: print };
  const isOverexposed = print.some(({ name, isFault }) => name === 'overexposure' && isFault);
  const surface = inspectSurface({ ...seen, outline, isOverexposed }, thresholds);
  return { ...surface, placement, signs: [...print, ...surface.signs] };
}

function judgePlacement({ outline, layout }: SeenCard): Placement {
  if (layout.labels.length < MIN_LABELS) return 'FEW_LABELS';
  return outline !== null && isCardLike(outline) ? 'PLACED' : 'NOT_AS_CARD';
}

function inspectPrint({ print }: SeenCard, thresholds: KtpThresholds): CardSign[] {
  if (print === null) return [];
  const { sharpness, sharpnessAcross, paper, contrast, lineHeight } = print;
  const steepest = Math.max(sharpness, sharpnessAcross);
  const flattest = Math.min(sharpness, sharpnessAcross);
  const size = toSign('size', 1 / lineHeight, 1 / thresholds.minLineHeight);
  return [
    size,
    toSign('darkness', 1 - paper / 255, 1 - thresholds.minPaper / 255),
    toSign('overexposure', paper < WHITE ? 0 : 1 - contrast / 255, thresholds.maxOverexposure),
    // Letters this small have no pixels to be sharp.
    ...(size.isFault
      ? []
      : [
          toSign('blur', 1 - flattest, 1 - thresholds.minSharpness),
          toSign('motion', 1 - flattest / Math.max(steepest, 1e-6), thresholds.maxMotion),
        ]),
  ];
}

/** Paper that has lost its own colour; with ink in full contrast it may be a scan. */
const WHITE = 250;

/** What the whole picture shows where no card was recognised. */
function inspectPicture(
  { image, lines, located }: SeenCard,
  thresholds: KtpThresholds,
): CardSign[] {
  const { whiteShare, brightest } = measureExposure(image);
  const words = lines.filter(({ reading }) => hasCardWord(reading.text)).length;
  const boxes = lines.map(({ box }) => box);
  const cut = words < CARD_WORDS ? 0 : countCutLines(boxes, image);
  return [
    toSign('overexposure', whiteShare, thresholds.maxOverexposure),
    toSign('darkness', 1 - brightest / 255, 1 - thresholds.minPaper / 255),
    toSign('motion', measureMotion(image), thresholds.maxMotion),
    toSign('crop', cut, thresholds.maxCutLines),
    ...(located === null
      ? []
      : [toSign('blur', 1 - measureSharpness(image.grey, located), 1 - thresholds.minSharpness)]),
  ];
}

/** Words of the card from which what the border cuts may be one; halves of words are no words. */
const CARD_WORDS = 1;

/** One sign of each name. */
function keepWorst(signs: readonly CardSign[]): CardSign[] {
  const worst = new Map<CardSignName, CardSign>();
  for (const sign of signs) {
    const known = worst.get(sign.name);
    const weight = sign.score / sign.threshold;
    if (known === undefined || weight > known.score / known.threshold) worst.set(sign.name, sign);
  }
  return [...worst.values()];
}
