import { openCardLocator, type CardLocator } from '../card/card-locator.js';
import { createLineFinder } from '../card/line-finder.js';
import { openCardNetwork } from '../card/open-card-network.js';
import type { TextLine } from '../card/text-line.js';
import type { RasterImage } from '../image/raster-image.js';
import { createTextDetector } from '../text/text-detector.js';
import { createImageSharer } from '../text/line-picture.js';
import { createTextRecognisers, type RecogniserModel } from '../text/text-recogniser.js';
import { createSession } from '../weights/create-session.js';
import type { WeightStore } from '../weights/weight-store.js';
import { loadAreaDirectory } from './areas/areas.js';
import { assessQuality } from './inspection/assess-quality.js';
import type { CardSlots } from './layout/card-slots.js';
import { checkSpelling, type TwoReadings } from './scan/check-spelling.js';
import { indonesianDayOf } from './cross-check/indonesian-day.js';
import { inspectScan } from './inspection/inspect-scan.js';
import {
  interpretCard,
  type InterpretationContext,
  type InterpretedCard,
} from './interpret-card.js';
import { judgeReading } from './judge-reading.js';
import type { KtpReading } from './ktp-reading.js';
import { limitConfidence } from './confidence/limit-confidence.js';
import { lookAgain } from './scan/look-again.js';
import { BLANK_DETAILS } from './fields/read-details.js';
import { orderReadings } from './scan/order-readings.js';
import { createPrintScanner } from './scan/print-scanner.js';
import { rereadSlots } from './scan/reread-slots.js';
import type { CardScan } from './scan/scan-card.js';
import { scoresOf } from './fields/slot-scores.js';
import { KTP_THRESHOLDS, type KtpThresholds } from './thresholds.js';

export interface KtpReader {
  /**
   * Reads one card in any of the four orientations. Whatever the picture shows, it answers. One
   * picture has all cores: calls made at once are answered in turn, each sooner than if they shared.
   */
  read(image: RasterImage): Promise<KtpReading>;
}

export interface KtpReaderOptions {
  readonly thresholds?: KtpThresholds;
  /** Which networks read lines, and whose confidences are fitted. */
  readonly model?: RecogniserModel;
  /** Shared with those who look at the same pictures; default: one of its own. */
  readonly cardLocator?: CardLocator;
  /** For checks of ages and dates. */
  readonly now?: () => Date;
  /** A thread that reads lines has failed, with nothing to read; default: an uncaught exception. */
  readonly onFailure?: (error: Error) => void;
}

/**
 * Loads the networks and the areas; create one reader per process.
 *
 * @throws WeightError, and Error when the threads that read lines cannot start
 */
export async function createKtpReader(
  weights: WeightStore,
  {
    thresholds = KTP_THRESHOLDS,
    cardLocator,
    model = 'own-and-general',
    now = () => new Date(),
    onFailure,
  }: KtpReaderOptions = {},
): Promise<KtpReader> {
  const locator = cardLocator ?? (await openCardLocator());
  const lineFinder = createLineFinder(await openCardNetwork('card-line-map'));
  const detector = createTextDetector(await createSession(weights, 'text-detector-tiny'));
  const recognisers = await createTextRecognisers(weights, model, onFailure);
  // One picture is read at a time: see `read` below.
  const share = createImageSharer();
  const scan = createPrintScanner({ recognisers, model }, { lineFinder, detector, thresholds });
  const areas = await loadAreaDirectory();

  function interpret(
    { layout: { slots } }: CardScan,
    read: TwoReadings,
    seen: Pick<InterpretationContext, 'print' | 'portraitBackground' | 'coverage' | 'calibration'>,
  ) {
    const readings = { ...orderReadings(read.first, read.second), scores: scoresOf(slots) };
    const today = indonesianDayOf(now());
    return interpretCard(readings, { areas, today, slots, ...seen });
  }

  async function inspect(scanned: CardScan) {
    const start = performance.now();
    const seen = inspectScan(scanned, thresholds);
    return Promise.resolve({ ...seen, inspectMs: performance.now() - start });
  }

  async function readCard(picture: RasterImage): Promise<KtpReading> {
    const start = performance.now();
    const image = share(picture);
    const locate = () => locator.locate(picture, image.grey);
    const { scanned, readers } = await scan(image, locate);
    const { lines, layout, isKtp, detectMs, values } = scanned;
    const { check, second, calibration } = readers;
    const scanEnd = performance.now();
    // The workers read while this thread looks.
    const slots = isKtp ? layout.slots : NO_SLOTS;
    const [looks, reread, inspected] = await Promise.all([
      lookAgain(image, slots, check),
      rereadSlots(image, { slots, first: values }, second),
      inspect(scanned),
    ]);
    const spelt = checkSpelling({ first: values, second: reread }, looks);
    const { signs, coverage, hiddenSlots, outline, placement } = inspected;
    const seen = { ...inspected, calibration };
    const interpreted = isKtp ? interpret(scanned, spelt, seen) : NO_CARD;
    const ktpConfidence = limitConfidence(interpreted.ktpConfidence, hiddenSlots);
    const card = { ...interpreted, ktpConfidence };
    const evidence = {
      ...card,
      isKtp,
      hasLabel: layout.labels.length > 0 || layout.hasProvince,
      sureLines: countSureLines(lines, thresholds.sureLineConfidence),
      signs,
      placement,
    };
    const read = performance.now();
    return {
      isKtp,
      ...card,
      documentQuality: isKtp ? assessQuality(signs) : {},
      signs,
      coverage,
      lines,
      slots: layout.slots,
      outline,
      ...judgeReading(evidence, thresholds),
      timingsMs: {
        total: read - start,
        detect: detectMs,
        scan: scanEnd - start - detectMs,
        inspect: inspected.inspectMs,
        read: read - scanEnd,
      },
    };
  }

  let previous: Promise<unknown> = Promise.resolve();
  return {
    read(image) {
      const reading = previous.then(() => readCard(image));
      previous = reading.catch(() => undefined);
      return reading;
    },
  };
}

const NO_SLOTS: CardSlots = new Map();

const NO_CARD: InterpretedCard = {
  ktpDetails: BLANK_DETAILS,
  ktpConfidence: {},
  fields: {},
  crossChecks: {},
  impossibleNik: null,
  features: {},
};

function countSureLines(lines: readonly TextLine[], minConfidence: number): number {
  return lines.filter(
    ({ reading }) => reading.confidence >= minConfidence && /\w{3}/.test(reading.text),
  ).length;
}
