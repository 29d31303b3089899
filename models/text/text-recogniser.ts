import type { WeightStore } from '../weights/weight-store.js';
import { loadCardNetwork } from './card-network.js';
import { keepClasses } from './keep-classes.js';
import type { LineBox } from './line-box.js';
import type { LinePicture } from './line-picture.js';
import type { LineReading } from './line-reading.js';
import type { LineNetwork } from './recognise-line.js';
import type { LineWorkerData, RecogniserName } from './line-task.js';
import { startLineWorkers } from './start-line-workers.js';

export interface TextRecogniser {
  /** Reads lines of a picture, each along its box's angle. */
  recognise(picture: LinePicture, boxes: readonly LineBox[]): Promise<LineReading[]>;
}

/**
 * Which networks read: the one trained for the card with PP-OCRv6 small where it is not sure, or one of
 * them alone (ADR 0020). The first is the one that runs unless said otherwise.
 */
export const RECOGNISER_MODELS = [
  'own-and-general',
  'own',
  'general-small',
  'general-tiny',
] as const;

export type RecogniserModel = (typeof RECOGNISER_MODELS)[number];

export interface TextRecognisers {
  /** Reads every line. */
  readonly first: TextRecogniser;
  /** The first one's second look at a line; `null` for a general one, which would see the same. */
  readonly check: TextRecogniser | null;
  /** Reads what the first one is not sure of; `null` where one network is alone. */
  readonly second: TextRecogniser | null;
}

/**
 * Recognisers in worker threads, one a core. The runtime's call blocks
 * its thread, and networks this small gain little from two threads at one line: lines side by side
 * do, and no more of them run than there are cores, however many pictures are read at once. Only the
 * networks of the model are loaded.
 *
 * @param onFailure see `startLineWorkers`
 * @throws WeightError, and Error when they cannot read
 */
export async function createTextRecognisers(
  weights: WeightStore,
  model: RecogniserModel,
  onFailure?: (error: Error) => void,
): Promise<TextRecognisers> {
  const workerData: LineWorkerData = {
    own: model === 'own' || model === 'own-and-general' ? await loadCardNetwork() : null,
    general:
      model === 'own'
        ? null
        : await loadNetwork(
            weights,
            model === 'general-tiny' ? 'text-recogniser-tiny' : 'text-recogniser-small',
          ),
  };
  const workers = await startLineWorkers(workerData, onFailure);
  const recogniseWith = (recogniser: RecogniserName): TextRecogniser => ({
    async recognise(picture, boxes) {
      const lots = splitEvenly(boxes, workers.options.maxThreads);
      const read = await Promise.all(
        lots.map(async (lot) => await workers.run({ picture, boxes: lot, recogniser })),
      );
      const readingOf = new Map(lots.flatMap((lot, at) => pairUp(lot, read[at] ?? [])));
      return boxes.flatMap((box) => readingOf.get(box) ?? []);
    },
  });
  const general = workerData.general && recogniseWith('general');
  if (workerData.own === null && general !== null)
    return { first: general, check: null, second: null };
  return { first: recogniseWith('own'), check: recogniseWith('own-again'), second: general };
}

/**
 * Lines in as many lots that take about as long: each line, the longest first, goes to the lot with
 * least. One message a lot: thirty of them, one a line, cost 15 ms a picture.
 */
function splitEvenly(boxes: readonly LineBox[], count: number): LineBox[][] {
  const lots = Array.from({ length: count }, () => ({ boxes: [] as LineBox[], length: 0 }));
  for (const box of [...boxes].sort((a, b) => aspectOf(b) - aspectOf(a))) {
    const shortest = lots.reduce((least, lot) => (lot.length < least.length ? lot : least));
    shortest.boxes.push(box);
    shortest.length += aspectOf(box);
  }
  return lots.map((lot) => lot.boxes).filter(({ length }) => length > 0);
}

function aspectOf({ width, height }: LineBox): number {
  return width / height;
}

function pairUp(boxes: readonly LineBox[], readings: readonly LineReading[]) {
  return boxes.flatMap((box, at): [LineBox, LineReading][] => {
    const reading = readings[at];
    return reading === undefined ? [] : [[box, reading]];
  });
}

/** Scripts of two thirds of the classes, and of a quarter of the time of a reading. */
const FOREIGN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The network without the classes of scripts that no card holds. Other signs stay: what looks more
 * like one of them than like a letter is no sure letter.
 */
async function loadNetwork(
  weights: WeightStore,
  name: 'text-recogniser-tiny' | 'text-recogniser-small',
): Promise<LineNetwork> {
  const classes = listClasses(new TextDecoder().decode(await weights.read(`${name}-characters`)));
  const kept = [...classes.keys()].filter((index) => !FOREIGN.test(classes[index] ?? ''));
  return {
    network: keepClasses(await weights.read(name), classes.length, kept),
    classes: kept.map((index) => classes[index] ?? ''),
  };
}

/** Class names in file order, one a line; blank precedes and space follows them. */
function listClasses(characters: string): string[] {
  return ['', ...characters.replace(/\r/g, '').replace(/\n$/, '').split('\n'), ' '];
}
