import type { CardBlocks, Paper } from '../../card/card-blocks.js';
import { toSign, type CardSign } from '../../card/card-sign.js';
import { findPortraitSides } from '../../card/find-portrait-sides.js';
import { measureColour } from '../../card/measure-colour.js';
import { measureCorners } from '../../card/measure-corners.js';
import { measurePasting } from '../../card/measure-pasting.js';
import { PORTRAIT } from '../../card/measure-portrait.js';
import { measureTextSlope } from '../../card/measure-text-slope.js';
import { STRAIGHT_CARD } from '../../card/straighten-card.js';
import type { TextLine } from '../../card/text-line.js';
import type { MapPoint, Quad } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';
import type { KtpThresholds } from '../thresholds.js';
import { toQuad } from '../layout/to-quad.js';

export interface SeenDocument {
  readonly image: RasterImage;
  readonly lines: readonly TextLine[];
  readonly outline: Quad;
  readonly toPicture: MapPoint;
  /** The straightened card, and what it is made of. */
  readonly card: RasterImage;
  readonly blocks: CardBlocks;
  readonly paper: Paper;
  /** Share of the portrait's place that is bare paper. */
  readonly bareShare: number;
  /** A display has no corners of a card's own. */
  readonly isOnScreen: boolean;
}

/** Whether it is the card as it was issued: its colours, its corners and its portrait. */
export function inspectDocument(seen: SeenDocument, thresholds: KtpThresholds): CardSign[] {
  const { image, outline, toPicture, blocks, bareShare, isOnScreen } = seen;
  const { minColour, maxSquareness, maxBarePortrait } = thresholds;
  const { width, height } = STRAIGHT_CARD;
  const place = {
    left: PORTRAIT.left * width,
    right: PORTRAIT.right * width,
    top: PORTRAIT.top * height,
    bottom: PORTRAIT.bottom * height,
  };
  const squareness = isOnScreen ? null : measureCorners(image, toPicture);
  return [
    toSign('photocopy', 1 - measureColour(blocks), 1 - minColour, [outline]),
    ...(squareness === null ? [] : [toSign('print', squareness, maxSquareness, [outline])]),
    ...inspectPortrait(seen, thresholds),
    toSign('portrait', bareShare, maxBarePortrait, [toQuad(place, toPicture)]),
  ];
}

function inspectPortrait(
  { card, paper, lines, outline, toPicture }: SeenDocument,
  { maxPortraitTurn }: KtpThresholds,
): CardSign[] {
  const textSlope = measureTextSlope(
    lines.map(({ box }) => box),
    outline,
  );
  if (textSlope === null) return [];
  const placing = measurePasting(findPortraitSides(card, paper.light), textSlope);
  if (placing === null) return [];
  return [toSign('pasting', placing.turn, maxPortraitTurn, [toQuad(placing.zone, toPicture)])];
}
