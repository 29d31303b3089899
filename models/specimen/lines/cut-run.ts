import { CARD } from '../card/card-layout.js';
import { cropGreyLine } from '../../text/crop-line.js';
import type { GreyImage } from '../../image/grey-image.js';
import type { Quad } from '../../image/homography.js';
import type { LineBox } from '../../text/line-box.js';
import { CARD_LINE_HEIGHT } from '../../text/recognise-card-line.js';
import { mapCardToPicture } from '../scene/photograph.js';
import type { SpecimenRandom } from '../specimen-random.js';
import type { PrintedPiece } from './list-printed-rows.js';

/**
 * How boxes of the text detector lie about the print, in heights of the capitals: from 1st to 99th
 * of a hundred on 80 pictures of the tune split, the middle half much closer.
 */
const BOX = {
  height: { middle: 1.88, reach: 0.55 },
  side: { middle: 0.33, reach: 0.42 },
  shift: { middle: 0.03, reach: 0.17 },
  /** Degrees. */
  turn: { middle: 0, reach: 2 },
} as const;

/** A photograph without its colours, and where the card lies in it. */
export interface GreyPhotograph {
  readonly grey: GreyImage;
  readonly corners: Quad;
}

/** Cuts the print out of the photograph as if the detector had found it, level, greys, 32 rows. */
export function cutRun(
  { grey, corners }: GreyPhotograph,
  run: PrintedPiece,
  random: SpecimenRandom,
): { readonly width: number; readonly levels: Uint8Array; readonly capPx: number } {
  const toPicture = mapCardToPicture(corners);
  const place = (x: number, y: number) => toPicture(x / CARD.width, y / CARD.height);
  const [left, right] = [place(run.left, run.centreY), place(run.right, run.centreY)];
  const middle = (run.left + run.right) / 2;
  const top = place(middle, run.centreY - run.capHeight / 2);
  const bottom = place(middle, run.centreY + run.capHeight / 2);
  const capPx = Math.hypot(bottom.x - top.x, bottom.y - top.y);
  const draw = ({ middle: typical, reach }: { readonly middle: number; readonly reach: number }) =>
    typical + reach * (random.fraction() + random.fraction() + random.fraction() - 1.5) * (2 / 3);
  const [padLeft, padRight, shift] = [draw(BOX.side), draw(BOX.side), draw(BOX.shift)];
  const direction = Math.atan2(right.y - left.y, right.x - left.x);
  const angle = direction + (draw(BOX.turn) * Math.PI) / 180;
  const along = ((padRight - padLeft) * capPx) / 2;
  const across = shift * capPx;
  const box: LineBox = {
    centre: {
      x: (left.x + right.x) / 2 + along * Math.cos(direction) - across * Math.sin(direction),
      y: (left.y + right.y) / 2 + along * Math.sin(direction) + across * Math.cos(direction),
    },
    width: Math.hypot(right.x - left.x, right.y - left.y) + (padLeft + padRight) * capPx,
    height: draw(BOX.height) * capPx,
    angle,
  };
  const line = cropGreyLine(grey, box, CARD_LINE_HEIGHT);
  return { width: line.width, levels: line.levels, capPx };
}
