import type { Quad } from '../../image/homography.js';
import type { LinePicture } from '../../text/line-picture.js';
import type { RecogniserModel, TextRecognisers } from '../../text/text-recogniser.js';
import { readCalibration, type Calibration } from '../confidence/calibration.js';
import { knowsTypeface } from './knows-typeface.js';
import { scanCard, type CardScan, type CardScanner } from './scan-card.js';

/** Who reads the lines of a card, and what their confidences are worth. */
export interface LineReaders extends TextRecognisers {
  readonly calibration: Calibration;
}

interface PrintScan {
  readonly scanned: CardScan;
  /** Those that the print is for. */
  readonly readers: LineReaders;
}

/**
 * Scans cards by our recogniser with the general one behind it, and by the general one alone where ours does
 * not know the print: it is sure there where it is wrong, and would ask too seldom (ADR 0038).
 */
export function createPrintScanner(
  {
    recognisers,
    model,
  }: { readonly recognisers: TextRecognisers; readonly model: RecogniserModel },
  finders: Pick<CardScanner, 'lineFinder' | 'detector' | 'thresholds'>,
): (image: LinePicture, locate: () => Promise<Quad | null>) => Promise<PrintScan> {
  const usual = { ...recognisers, calibration: readCalibration(model) };
  const general = recognisers.second && readAllBy(recognisers.second);
  return async (image, locate) => {
    const scanned = await scanCard(image, { ...finders, ...usual, locate });
    const isOtherPrint = scanned.isKtp && !knowsTypeface(scanned.lines);
    if (general === null || !isOtherPrint) return { scanned, readers: usual };
    const other = await scanCard(image, { ...finders, ...general, locate });
    return other.isKtp ? { scanned: other, readers: general } : { scanned, readers: usual };
  };
}

function readAllBy(first: TextRecognisers['first']): LineReaders {
  return { first, check: null, second: null, calibration: readCalibration('general-small') };
}
