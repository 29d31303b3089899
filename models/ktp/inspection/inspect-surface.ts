import { findPaper, measureBlocks } from '../../card/card-blocks.js';
import { toSign, type CardSign } from '../../card/card-sign.js';
import { findGlare } from '../../card/find-glare.js';
import { findObstruction } from '../../card/find-obstruction.js';
import type { CardZone } from '../../card/measure-coverage.js';
import { measureCrop } from '../../card/measure-crop.js';
import { measureGrid } from '../../card/measure-grid.js';
import { measurePortrait } from '../../card/measure-portrait.js';
import { mapCardToPicture, STRAIGHT_CARD, straightenCard } from '../../card/straighten-card.js';
import type { TextLine } from '../../card/text-line.js';
import type { MapPoint, Quad } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';
import type { Slot } from '../layout/card-slots.js';
import type { CardLayout } from '../layout/fill-slots.js';
import { findHiddenValues, toCoverage, type HiddenValue } from './find-hidden-values.js';
import { inspectDocument } from './inspect-document.js';
import { locateZones, type ValueZone } from '../layout/locate-zones.js';
import type { KtpThresholds } from '../thresholds.js';
import { toQuad } from '../layout/to-quad.js';

export interface Surface {
  readonly image: RasterImage;
  readonly lines: readonly TextLine[];
  readonly layout: CardLayout;
  readonly outline: Quad;
  /** White all over: neither reflections nor colours can be told then. */
  readonly isOverexposed: boolean;
}

export interface CardInspection {
  /** Only what could be measured. */
  readonly signs: readonly CardSign[];
  /** Share of each value, 0 to 1, that glare or a finger hides; absent where none is hidden. */
  readonly coverage: ReadonlyMap<Slot, number>;
  /** Values of which so much is hidden that they may be cut short. */
  readonly hiddenSlots: ReadonlySet<Slot>;
  /** `null` where it is neither, or not clear. */
  readonly portraitBackground: 'RED' | 'BLUE' | null;
}

/** Where no card's surface could be seen. */
export const NOTHING_SEEN: Omit<CardInspection, 'signs'> = {
  coverage: new Map(),
  hiddenSlots: new Set(),
  portraitBackground: null,
};

/** The signs of a card's surface, which is first seen from straight above. */
export function inspectSurface(surface: Surface, thresholds: KtpThresholds): CardInspection {
  const { image, layout, outline, isOverexposed } = surface;
  const toPicture = mapCardToPicture(outline);
  const crop = toSign('crop', measureCrop(outline, image), thresholds.maxCropDepth, [outline]);
  const screen = inspectGrid(surface, toPicture, thresholds);
  if (isOverexposed) return { ...NOTHING_SEEN, signs: [crop, ...screen] };
  const card = straightenCard(image, outline);
  const blocks = measureBlocks(card);
  const paper = findPaper(blocks);
  const zones = locateZones(layout, outline);
  const byGlare = findHiddenValues(zones, blocks, findGlare(blocks, paper));
  const byObstruction = findHiddenValues(zones, blocks, findObstruction(blocks, paper));
  const hidden = [...byGlare, ...byObstruction];
  const limit = thresholds.maxHiddenLetters;
  const portrait = measurePortrait(blocks, paper);
  const isOnScreen = screen.some(({ isFault }) => isFault);
  const document = { ...surface, ...portrait, card, blocks, paper, toPicture, isOnScreen };
  return {
    signs: [
      crop,
      ...screen,
      toHiddenSign('glare', byGlare, limit, toPicture),
      toHiddenSign('obstruction', byObstruction, limit, toPicture),
      // What lies beyond the border has no colour of its own.
      ...(crop.isFault ? [] : inspectDocument(document, thresholds)),
    ],
    coverage: toCoverage(hidden),
    hiddenSlots: new Set([
      ...hidden.filter(({ letters }) => letters >= limit).map(({ slot }) => slot),
      ...(crop.isFault ? findCutSlots(zones, image, toPicture) : []),
    ]),
    portraitBackground: portrait.background,
  };
}

/** Where tiles are cut, as shares of the card: between its edges, beside the portrait. */
const TILE_X = [0.15, 0.4, 0.65] as const;
const TILE_Y = [0.3, 0.5, 0.7, 0.9] as const;

function inspectGrid(
  { image, outline }: Surface,
  toPicture: MapPoint,
  { maxGrid }: KtpThresholds,
): CardSign[] {
  const { width, height } = STRAIGHT_CARD;
  const centres = TILE_Y.flatMap((y) => TILE_X.map((x) => toPicture(x * width, y * height)));
  const grid = measureGrid(image, centres);
  return grid === null ? [] : [toSign('screen', grid, maxGrid, [outline])];
}

/** Glare or a finger: the score is the most that any value lost, in letters. */
function toHiddenSign(
  name: 'glare' | 'obstruction',
  values: readonly HiddenValue[],
  limit: number,
  toPicture: MapPoint,
): CardSign {
  const most = Math.max(0, ...values.map(({ letters }) => letters));
  const faulty = values.filter(({ letters }) => letters >= limit);
  return toSign(
    name,
    most,
    limit,
    faulty.map(({ zone }) => toQuad(zone, toPicture)),
  );
}

/** Values that reach beyond the picture's border. */
function findCutSlots(
  zones: readonly ValueZone[],
  { width, height }: RasterImage,
  toPicture: MapPoint,
): Slot[] {
  const isCut = (zone: CardZone) =>
    toQuad(zone, toPicture).some(({ x, y }) => x < 0 || y < 0 || x >= width || y >= height);
  return zones.filter(({ zone }) => isCut(zone)).map(({ slot }) => slot);
}
