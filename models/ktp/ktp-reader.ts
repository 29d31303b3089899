import type {
  CrossChecks,
  DocumentQuality,
  FieldTraces,
  KtpConfidence,
  KtpDetails,
} from '../../contract/ktp-details.js';
import type { CardSign } from '../card/card-sign.js';
import { openCardLocator, type CardLocator } from '../card/card-locator.js';
import { isCardLike } from '../card/is-card-like.js';
import { createLineFinder } from '../card/line-finder.js';
import { openCardNetwork } from '../card/open-card-network.js';
import { measurePrint, type PrintQuality } from '../card/measure-print.js';
import { snapToEdges } from '../card/snap-to-edges.js';
import type { TextLine } from '../card/text-line.js';
import type { Quad } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';
import { cropGreyLine } from '../text/crop-line.js';
import { createTextDetector } from '../text/text-detector.js';
import { createImageSharer, type LinePicture } from '../text/line-picture.js';
import { createTextRecognisers, type RecogniserModel } from '../text/text-recogniser.js';
import { createSession } from '../weights/create-session.js';
import type { WeightStore } from '../weights/weight-store.js';
import { loadAreaDirectory } from './areas.js';
import { assessQuality } from './assess-quality.js';
import type { CardSlots, Slot } from './card-slots.js';
import { checkSpelling, type TwoReadings } from './check-spelling.js';
import { chooseOutline } from './choose-outline.js';
import type { CardLayout } from './fill-slots.js';
import { indonesianDayOf } from './indonesian-day.js';
import { inspectCard } from './inspect-card.js';
import {
  interpretCard,
  type ConfidenceFeatures,
  type InterpretationContext,
  type InterpretedCard,
} from './interpret-card.js';
import { judgeReading, type JudgedReading } from './judge-reading.js';
import { limitConfidence } from './limit-confidence.js';
import { lookAgain } from './look-again.js';
import { locateOutline } from './locate-outline.js';
import { BLANK_DETAILS } from './read-details.js';
import { orderReadings } from './order-readings.js';
import { createPrintScanner } from './print-scanner.js';
import { rereadSlots } from './reread-slots.js';
import type { CardScan } from './scan-card.js';
import { scoresOf } from './slot-scores.js';
import { KTP_THRESHOLDS, type KtpThresholds } from './thresholds.js';

export interface KtpReading extends JudgedReading {
  readonly isKtp: boolean;
  /** All `null` when it is no KTP. */
  readonly ktpDetails: KtpDetails;
  readonly ktpConfidence: KtpConfidence;
  /** What each value was made of, and why it was changed. */
  readonly fields: FieldTraces;
  /** What the fields say about each other; only those that could be checked. */
  readonly crossChecks: CrossChecks;
  /** What the confidences were computed from, for the fit of `npm run calibrate:ktp`. */
  readonly features: ConfidenceFeatures;
  readonly documentQuality: DocumentQuality;
  /** Everything that was measured about the picture and the card, with where it shows. */
  readonly signs: readonly CardSign[];
  /** Share of each value, 0 to 1, that glare or a finger hides; absent where none is hidden. */
  readonly coverage: ReadonlyMap<Slot, number>;
  /** Every line that was read, label or value, with where it stands. */
  readonly lines: readonly TextLine[];
  /** Which of the lines hold which value. */
  readonly slots: CardSlots;
  /** The card's corners in the picture, which they may lie beyond; `null` when too little was read. */
  readonly outline: Quad | null;
  readonly timingsMs: {
    readonly total: number;
    /** Finding the lines. */
    readonly detect: number;
    /** Reading all of them, and deciding which way up they are. */
    readonly scan: number;
    /** Finding the card's edges, and measuring how well it can be seen; goes on during `read`. */
    readonly inspect: number;
    /** Reading the unsure values a second time, and making sense of them. */
    readonly read: number;
  };
}

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

/** Longest lines whose print is measured. */
const MEASURED_LINES = 8;
/** Rows to which they are scaled first. */
const MEASURED_HEIGHT = 48;

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

  async function inspect({ image, lines, layout, isKtp, located }: CardScan) {
    const start = performance.now();
    const outline = isKtp ? outlineOf(image, located, layout) : null;
    const print = measureLines(image, lines);
    const seen = inspectCard({ image, lines, layout, isKtp, outline, located, print }, thresholds);
    return Promise.resolve({ ...seen, outline, print, inspectMs: performance.now() - start });
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
    const { signs, coverage, hiddenSlots, outline } = inspected;
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

function outlineOf(image: RasterImage, located: Quad | null, layout: CardLayout): Quad | null {
  const outline = chooseOutline(located, locateOutline(layout));
  return outline && isCardLike(outline) ? snapToEdges(image, outline) : null;
}

function countSureLines(lines: readonly TextLine[], minConfidence: number): number {
  return lines.filter(
    ({ reading }) => reading.confidence >= minConfidence && /\w{3}/.test(reading.text),
  ).length;
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
