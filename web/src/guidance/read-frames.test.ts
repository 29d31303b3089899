import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFrameReader } from './read-frames.js';
import type { FrameMessage, ReadingMessage } from './worker-messages.js';

const VIDEO = { videoWidth: 1280, videoHeight: 960 } as HTMLVideoElement;
const READING: ReadingMessage = { fault: 'GLARE', corners: null };

class FakeWorker {
  readonly got: FrameMessage[] = [];
  isTerminated = false;
  onmessage: ((event: { data: ReadingMessage }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;
  readonly #answer: ReadingMessage | 'FAILS';

  constructor(answer: ReadingMessage | 'FAILS') {
    this.#answer = answer;
  }

  postMessage(message: FrameMessage): void {
    this.got.push(message);
    queueMicrotask(() => {
      if (this.#answer === 'FAILS') this.onerror?.({ preventDefault: () => undefined });
      else this.onmessage?.({ data: this.#answer });
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

/** A canvas that shows a white wall. */
function createCanvas(): HTMLCanvasElement {
  const canvas = { width: 0, height: 0 };
  const context = {
    canvas,
    drawImage: () => undefined,
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      width,
      height,
      data: new Uint8ClampedArray(width * height * 4).fill(255),
    }),
  };
  return { getContext: () => context } as unknown as HTMLCanvasElement;
}

function createReader(
  worker: FakeWorker | null,
  { canWorkerDraw = true, faceWorker = null as FakeWorker | null } = {},
) {
  return createFrameReader({
    canWorkerDraw,
    createFaceWorker: faceWorker === null ? null : () => faceWorker as unknown as Worker,
    createCanvas,
    createWorker() {
      if (worker === null) throw new DOMException('no workers here', 'SecurityError');
      return worker as unknown as Worker;
    },
  });
}

const BITMAP = { width: 640, height: 427 } as ImageBitmap;

/** What this browser makes of a video. */
function stubPictures({
  frameSize = { width: 1280, height: 960 },
  ...globals
}: { frameSize?: { width: number; height: number }; VideoFrame?: undefined } = {}) {
  let closed = 0;
  class FakeVideoFrame {
    readonly from: unknown;
    readonly displayWidth = frameSize.width;
    readonly displayHeight = frameSize.height;

    constructor(from: unknown) {
      this.from = from;
    }

    close(): void {
      closed += 1;
    }
  }
  const createImageBitmap = vi.fn(() => Promise.resolve(BITMAP));
  vi.stubGlobal('createImageBitmap', createImageBitmap);
  vi.stubGlobal('VideoFrame', 'VideoFrame' in globals ? undefined : FakeVideoFrame);
  return { createImageBitmap, closed: () => closed };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('createFrameReader', () => {
  it('sends the camera’s own frame to the worker, and where in it the view is', async () => {
    const stubs = stubPictures();
    const worker = new FakeWorker(READING);
    expect(await createReader(worker).read(VIDEO, 'KTP')).toEqual(READING);
    const [message] = worker.got;
    expect(message).toMatchObject({ document: 'KTP', picture: { from: VIDEO } });
    // Of 1280 × 960 what is seen: 3 to 2.
    expect(message).toHaveProperty('view.y', expect.closeTo(53.3, 1));
    expect(message).toHaveProperty('view.height', expect.closeTo(853.3, 1));
    expect(stubs.createImageBitmap).not.toHaveBeenCalled();
  });

  it.each([
    ['the browser has no frames of the camera', 'KTP', { VideoFrame: undefined }],
    ['a frame does not lie as it is shown', 'SELFIE', { frameSize: { width: 960, height: 1280 } }],
  ] as const)('sends a bitmap of the view where %s', async (_, document, stubbed) => {
    const { createImageBitmap, closed } = stubPictures(stubbed);
    const worker = new FakeWorker(READING);
    expect(await createReader(worker).read(VIDEO, document)).toEqual(READING);
    const view = { x: 0, y: 0, width: 640, height: 427 };
    expect(worker.got).toEqual([{ document, picture: BITMAP, view }]);
    expect(createImageBitmap).toHaveBeenCalledOnce();
    expect(closed()).toBe('frameSize' in stubbed ? 1 : 0);
  });

  it('draws for a worker that cannot', async () => {
    const worker = new FakeWorker(READING);
    expect(await createReader(worker, { canWorkerDraw: false }).read(VIDEO, 'KTP')).toEqual(
      READING,
    );
    const [message] = worker.got;
    expect(message).toMatchObject({
      pixels: { whole: { width: 320, height: 213 }, patch: { width: 360, height: 320 } },
    });
  });

  it('draws from the next frame on where a worker turns out to have no canvas', async () => {
    stubPictures();
    const worker = new FakeWorker(null);
    const reader = createReader(worker);
    expect(await reader.read(VIDEO, 'KTP')).toBeNull();
    await reader.read(VIDEO, 'KTP');
    expect(worker.got.map((message) => Object.keys(message)[0])).toEqual(['document', 'pixels']);
  });

  it('draws where the browser makes no bitmap of a video', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('not of a video')));
    const worker = new FakeWorker(READING);
    expect(await createReader(worker).read(VIDEO, 'KTP')).toEqual(READING);
    expect(worker.got[0]).toHaveProperty('pixels');
  });

  it.each([
    ['there are no workers', null],
    ['the worker fails', new FakeWorker('FAILS')],
  ])('looks at frames itself, and less often, where %s', async (_, worker) => {
    const reader = createReader(worker, { canWorkerDraw: false });
    await reader.read(VIDEO, 'KTP');
    expect(await reader.read(VIDEO, 'KTP')).toMatchObject({ fault: 'TOO_BRIGHT' });
    expect(reader.spacingMs).toBe(250);
  });

  it('leaves a camera alone that shows nothing yet', async () => {
    const worker = new FakeWorker(READING);
    const video = { videoWidth: 0, videoHeight: 0 } as HTMLVideoElement;
    expect(await createReader(worker).read(video, 'KTP')).toBeNull();
    expect(worker.got).toEqual([]);
  });

  it('gives a picture back that is made only after it was stopped', async () => {
    const close = vi.fn();
    vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 640, height: 427, close }));
    const reader = createReader(new FakeWorker(READING));
    const reading = reader.read(VIDEO, 'KTP');
    reader.stop();
    expect(await reading).toBeNull();
    expect(close).toHaveBeenCalledOnce();
  });

  it('lets the worker ask another one for faces, and ends both', () => {
    const [worker, faceWorker] = [new FakeWorker(READING), new FakeWorker(READING)];
    const reader = createReader(worker, { faceWorker });
    expect(worker.got).toEqual([{ facePort: expect.any(MessagePort) as MessagePort }]);
    expect(faceWorker.got).toEqual([expect.any(MessagePort)]);
    reader.stop();
    expect([worker, faceWorker].map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });

  it('goes on without faces where there is no second worker', async () => {
    const reader = createFrameReader({
      canWorkerDraw: false,
      createCanvas,
      createWorker: () => new FakeWorker(READING) as unknown as Worker,
      createFaceWorker() {
        throw new DOMException('one is enough', 'QuotaExceededError');
      },
    });
    expect(await reader.read(VIDEO, 'SELFIE')).toEqual(READING);
  });

  it('ends its worker', () => {
    const worker = new FakeWorker(READING);
    createReader(worker).stop();
    expect(worker.isTerminated).toBe(true);
  });
});
