import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { RasterImage } from '../image/raster-image.js';
import type { WeightStore } from '../weights/weight-store.js';
import { keepClasses } from './keep-classes.js';
import type { LineBox } from './line-box.js';
import type { LineReading } from './line-reading.js';
import type { LineTask, LineWorkerData, RecogniserName } from './line-task.js';

export interface TextRecogniser {
  /**
   * Reads lines of a picture, each along its box's angle.
   *
   * @param image from `shareImage`: the workers look at its bytes where they are
   */
  recognise(image: RasterImage, boxes: readonly LineBox[]): Promise<LineReading[]>;
}

/** One picture's lines do not gain from more, and each worker holds both networks: some 120 MB. */
const MAX_WORKERS = 4;

/**
 * Recognisers of the PP-OCRv6 family in worker threads, one a core. The runtime's call blocks its
 * thread, and a network this small gains little from two threads at one line: lines side by side
 * do, and no more of them run than there are cores, however many pictures are read at once. Idle
 * workers do not keep the process alive.
 *
 * @throws WeightError
 */
export async function createTextRecognisers(
  weights: WeightStore,
): Promise<Readonly<Record<RecogniserName, TextRecogniser>>> {
  const workers = Math.min(availableParallelism(), MAX_WORKERS);
  const workerData: LineWorkerData = {
    fast: await loadNetwork(weights, 'text-recogniser-tiny'),
    exact: await loadNetwork(weights, 'text-recogniser-small'),
  };
  const pool = new Piscina<LineTask, LineReading>({
    filename: fileURLToPath(new URL('start-line-worker.js', import.meta.url)),
    name: 'readLine',
    minThreads: workers,
    maxThreads: workers,
    workerData,
  });
  const recogniseWith = (recogniser: RecogniserName): TextRecogniser => ({
    async recognise(image, boxes) {
      // The longest first: a long line begun last would leave the other cores waiting.
      const order = [...boxes.entries()].sort(([, a], [, b]) => aspectOf(b) - aspectOf(a));
      const readings: LineReading[] = [];
      await Promise.all(
        order.map(async ([index, box]) => {
          readings[index] = await pool.run({ image, box, recogniser });
        }),
      );
      return readings;
    },
  });
  return { fast: recogniseWith('fast'), exact: recogniseWith('exact') };
}

/** The picture with its bytes where all threads can see them. */
export function shareImage({ width, height, data }: RasterImage): RasterImage {
  const shared = new Uint8Array(new SharedArrayBuffer(data.length));
  shared.set(data);
  return { width, height, data: shared };
}

function aspectOf({ width, height }: LineBox): number {
  return width / height;
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
): Promise<LineWorkerData[RecogniserName]> {
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
