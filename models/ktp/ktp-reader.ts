import type { DocumentQuality, KtpConfidence, KtpDetails } from '../../contract/ktp-details.js';
import { measurePrint, type PrintQuality } from '../card/measure-print.js';
import { snapToEdges } from '../card/snap-to-edges.js';
import type { TextLine } from '../card/text-line.js';
import type { Quad } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';
import { cropLine } from '../text/crop-line.js';
import { detectClosely } from '../text/detect-closely.js';
import { createTextDetector } from '../text/text-detector.js';
import { LINE_HEIGHT } from '../text/recognise-line.js';
import { createTextRecognisers, shareImage } from '../text/text-recogniser.js';
import { createSession } from '../weights/create-session.js';
import type { WeightStore } from '../weights/weight-store.js';
import { loadAreaDirectory } from './areas.js';
import { assessQuality } from './assess-quality.js';
import type { CardSlots } from './card-slots.js';
import { chooseNik } from './choose-nik.js';
import { fillSlots, type CardLayout } from './fill-slots.js';
import { isKtp } from './is-ktp.js';
import { locateOutline } from './locate-outline.js';
import { judgeReading, type JudgedReading } from './judge-reading.js';
import { readNik } from './nik.js';
import { readBirth } from './read-birth.js';
import { BLANK_DETAILS, readDetails } from './read-details.js';
import { readLines } from './read-lines.js';
import { rereadSlots, valuesOf } from './reread-slots.js';
import { KTP_THRESHOLDS, type KtpThresholds } from './thresholds.js';

export interface KtpReading extends JudgedReading {
  readonly isKtp: boolean;
  /** All `null` when it is no KTP. */
  readonly ktpDetails: KtpDetails;
  readonly ktpConfidence: KtpConfidence;
  readonly documentQuality: DocumentQuality;
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
    /** Reading all of them fast, and deciding which way up they are. */
    readonly scan: number;
    /** Reading the values exactly, and assigning them. */
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

/**
 * Pixels of the detector's long side. ADR 0011: at 960 the tiny detector finds the lines of a card
 * that fills half the picture; smaller cards get a second look.
 */
const DETECTOR_LONG_SIDE = 960;
/** The second try where nothing of the card was recognised and the picture has the pixels. */
const PATIENT_LONG_SIDE = 1920;
/** Longest lines whose print is measured. */
const MEASURED_LINES = 12;

/**
 * Loads the networks and the areas; create one reader per process.
 *
 * @throws WeightError
 */
export async function createKtpReader(
  weights: WeightStore,
  thresholds: KtpThresholds = KTP_THRESHOLDS,
): Promise<KtpReader> {
  const detector = createTextDetector(await createSession(weights, 'text-detector-tiny'));
  const { fast, exact } = await createTextRecognisers(weights);
  const areas = await loadAreaDirectory();

  async function scan(image: RasterImage, longSide: number) {
    const start = performance.now();
    const boxes = await detectClosely(detector, image, longSide);
    const detected = performance.now();
    const lines = await readLines(image, boxes, fast);
    const layout = fillSlots(lines);
    const nik = valuesOf(layout.slots).get('nik') ?? [];
    return {
      lines,
      layout,
      nik,
      isKtp: isKtp(layout, lines, readNik(nik) !== null, thresholds),
      detectMs: detected - start,
    };
  }

  async function readFields(image: RasterImage, { layout, nik }: Awaited<ReturnType<typeof scan>>) {
    const values = await rereadSlots(image, layout.slots, exact);
    const candidates = [values.get('nik') ?? [], nik].flatMap((read) => readNik(read) ?? []);
    const dateOfBirth = readBirth(values.get('birth') ?? []).date?.value ?? null;
    return readDetails((slot) => values.get(slot) ?? [], chooseNik(candidates, dateOfBirth), areas);
  }

  async function readCard(picture: RasterImage): Promise<KtpReading> {
    const start = performance.now();
    const image = shareImage(picture);
    const first = await scan(image, DETECTOR_LONG_SIDE);
    const hasMorePixels = Math.max(image.width, image.height) >= PATIENT_LONG_SIDE;
    const found = first.isKtp || !hasMorePixels ? first : await scan(image, PATIENT_LONG_SIDE);
    const scanned = performance.now();
    const fields = found.isKtp ? await readFields(image, found) : BLANK_READING;
    const read = performance.now();
    const outline = found.isKtp ? outlineOf(image, found.layout) : null;
    const print = measureLines(image, found.lines);
    const evidence = {
      ...fields,
      isKtp: found.isKtp,
      hasLabel: found.layout.labels.length > 0 || found.layout.hasProvince,
      sureLines: countSureLines(found.lines, thresholds.sureLineConfidence),
      print,
    };
    return {
      isKtp: found.isKtp,
      ...fields,
      documentQuality: found.isKtp ? assessQuality(print, thresholds) : {},
      lines: found.lines,
      slots: found.layout.slots,
      outline,
      ...judgeReading(evidence, thresholds),
      timingsMs: {
        total: performance.now() - start,
        detect: found.detectMs,
        scan: scanned - start - found.detectMs,
        read: read - scanned,
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

const BLANK_READING = { ktpDetails: BLANK_DETAILS, ktpConfidence: {} };

function outlineOf(image: RasterImage, layout: CardLayout): Quad | null {
  const outline = locateOutline(layout);
  return outline && snapToEdges(image, outline);
}

function countSureLines(lines: readonly TextLine[], minConfidence: number): number {
  return lines.filter(
    ({ reading }) => reading.confidence >= minConfidence && /\w{3}/.test(reading.text),
  ).length;
}

function measureLines(image: RasterImage, lines: readonly TextLine[]): PrintQuality | null {
  const longest = [...lines].sort((a, b) => b.box.width - a.box.width).slice(0, MEASURED_LINES);
  return measurePrint(
    longest.map(({ box }) => ({ raster: cropLine(image, box, LINE_HEIGHT), height: box.height })),
  );
}
