import { isCardLike } from '../../card/is-card-like.js';
import { measurePrint, type PrintQuality } from '../../card/measure-print.js';
import { snapToEdges } from '../../card/snap-to-edges.js';
import type { TextLine } from '../../card/text-line.js';
import type { Quad } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';
import { cropGreyLine } from '../../text/crop-line.js';
import type { LinePicture } from '../../text/line-picture.js';
import { chooseOutline } from '../layout/choose-outline.js';
import type { CardLayout } from '../layout/fill-slots.js';
import { locateOutline } from '../layout/locate-outline.js';
import type { CardScan } from '../scan/scan-card.js';
import type { KtpThresholds } from '../thresholds.js';
import { inspectCard, type InspectedCard } from './inspect-card.js';

export interface InspectedScan extends InspectedCard {
  /** The card's corners in the picture; `null` when too little was read, and of what is no card. */
  readonly outline: Quad | null;
  /** `null` when nothing was found to measure. */
  readonly print: PrintQuality | null;
}

/** Longest lines whose print is measured. */
const MEASURED_LINES = 8;
/** Rows to which they are scaled first. */
const MEASURED_HEIGHT = 48;

/** Where the card of a scan lies, how it is printed, and how well it can be seen. */
export function inspectScan(scan: CardScan, thresholds: KtpThresholds): InspectedScan {
  const { image, lines, layout, isKtp, located } = scan;
  const outline = isKtp ? outlineOf(image, located, layout) : null;
  const print = measureLines(image, lines);
  const seen = inspectCard({ image, lines, layout, isKtp, outline, located, print }, thresholds);
  return { ...seen, outline, print };
}

function outlineOf(image: RasterImage, located: Quad | null, layout: CardLayout): Quad | null {
  const outline = chooseOutline(located, locateOutline(layout));
  return outline && isCardLike(outline) ? snapToEdges(image, outline) : null;
}

function measureLines({ grey }: LinePicture, lines: readonly TextLine[]): PrintQuality | null {
  const longest = [...lines].sort((a, b) => b.box.width - a.box.width).slice(0, MEASURED_LINES);
  return measurePrint(
    longest.map(({ box }) => ({
      line: cropGreyLine(grey, box, MEASURED_HEIGHT),
      height: box.height,
    })),
  );
}
