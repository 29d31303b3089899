import type { PersonCapture } from '../../../contract/flow.js';
import { regionOf } from '../capture/capture-region.js';
import { startFaceWorker } from '../faces/start-face-worker.js';
import { createSampleDrawer, type FramePixels } from './draw-samples.js';
import type { FrameReading } from './frame-reading.js';
import { judgeFrame, toGreySamples } from './judge-frame.js';
import { takeView } from './take-view.js';
import type { FrameMessage, ReadingMessage, ViewMessage } from './worker-messages.js';

/** Looks at what a `<video>` shows. */
export interface FrameReader {
  /** `null` where this frame could not be looked at. */
  read(video: HTMLVideoElement, document: PersonCapture): Promise<FrameReading | null>;
  /** Least time between two readings that leaves the page its own work, in milliseconds. */
  readonly spacingMs: number;
  stop(): void;
}

/** In turn: the worker draws, the page draws for it, the page does all and more seldom. */
type Way = 'WORKER_DRAWS' | 'PAGE_DRAWS' | 'PAGE_READS';

const SPACING_MS: Readonly<Record<Way, number>> = {
  WORKER_DRAWS: 33,
  PAGE_DRAWS: 50,
  PAGE_READS: 250,
};

/** A worker that is busy for longer has been stopped by the browser, or is too slow to guide. */
const PATIENCE_MS = 4_000;

export interface FrameReaderOptions {
  /** Throws where the browser has none. */
  readonly createWorker: () => Worker;
  readonly createCanvas: () => HTMLCanvasElement;
  /** Whether a worker of this browser can draw: it has canvases, and frames can be sent to it. */
  readonly canWorkerDraw: boolean;
  /** Finds faces for the other worker; without one nothing is said about them. */
  readonly createFaceWorker: (() => Worker) | null;
}

export function createFrameReader(options: FrameReaderOptions): FrameReader {
  const drawSamples = createSampleDrawer(options.createCanvas);
  let worker = startWorker(options.createWorker);
  let way: Way = 'PAGE_READS';
  if (worker !== null) way = options.canWorkerDraw ? 'WORKER_DRAWS' : 'PAGE_DRAWS';

  const stopFaceWorker =
    worker === null || options.createFaceWorker === null
      ? null
      : startFaceWorker(worker, options.createFaceWorker);

  const stop = (): void => {
    stopFaceWorker?.();
    worker?.terminate();
    worker = null;
    way = 'PAGE_READS';
  };

  async function askWorker(message: FrameMessage, moved: Transferable[]) {
    if (worker === null) return null;
    try {
      const answer = await ask(worker, message, moved);
      if (answer === null) way = 'PAGE_DRAWS';
      return answer;
    } catch {
      stop();
      return null;
    }
  }

  function askWithView(message: ViewMessage) {
    // Stopped while the bitmap was made: nobody else closes it.
    if (worker === null) message.picture.close();
    return askWorker(message, [message.picture]);
  }

  return {
    stop,
    get spacingMs() {
      return SPACING_MS[way];
    },
    async read(video, document) {
      const frame = { width: video.videoWidth, height: video.videoHeight };
      if (frame.width === 0) return null;
      const view = regionOf(document)(frame);
      if (way === 'WORKER_DRAWS') {
        const taken = await takeView(video, view);
        if (taken !== null) return askWithView({ document, ...taken });
        way = 'PAGE_DRAWS';
      }
      const pixels = drawSamples(video, view, document);
      if (pixels === null) return null;
      if (way === 'PAGE_READS') return judgeFrame(toGreySamples(pixels), null);
      return askWorker({ pixels }, listBuffers(pixels));
    },
  };
}

function startWorker(createWorker: () => Worker): Worker | null {
  try {
    return createWorker();
  } catch {
    return null;
  }
}

/** Rejects when the worker fails or does not answer. */
function ask(
  worker: Worker,
  message: FrameMessage,
  moved: Transferable[],
): Promise<ReadingMessage> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('The worker does not answer.'));
    }, PATIENCE_MS);
    worker.onmessage = ({ data }: MessageEvent<ReadingMessage>) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.onerror = (event) => {
      // It is told to nobody else: guidance goes on without it.
      event.preventDefault();
      clearTimeout(timer);
      reject(new Error('The worker failed.'));
    };
    worker.postMessage(message, moved);
  });
}

function listBuffers({ whole, patch }: FramePixels): Transferable[] {
  return [whole, patch].flatMap((pixels) =>
    pixels !== null && pixels.data instanceof Uint8ClampedArray
      ? [pixels.data.buffer as ArrayBuffer]
      : [],
  );
}
