import { UnreadablePictureError } from './encode-capture.js';
import { fitWithin, type Region } from './frame-geometry.js';

/** A copy of what was shown. Its JPEG is made only when somebody wants it. */
export interface DrawnFrame {
  /** Rejects with `UnreadablePictureError`. */
  encode(): Promise<Blob>;
  /** Gives the copy's memory back; it cannot be encoded after that. */
  release(): void;
}

/** Longer side of a frame of a burst: a face in it is some 200 pixels wide, as the models want. */
const MAX_SIDE = 720;
/** About 50 KB a frame. */
const QUALITY = 0.8;

type Canvas = OffscreenCanvas | HTMLCanvasElement;

/** Copies a region of what a picture shows at this moment, at the size of a burst's frame. */
export function drawFrame(source: CanvasImageSource, region: Region): DrawnFrame {
  const size = fitWithin(region, MAX_SIDE);
  const canvas = createCanvas(size.width, size.height);
  const context = contextOf(canvas);
  const { x, y, width, height } = region;
  context?.drawImage(source, x, y, width, height, 0, 0, size.width, size.height);
  return {
    async encode() {
      const jpeg = context === null ? null : await toJpeg(canvas);
      if (jpeg === null) throw new UnreadablePictureError();
      return jpeg;
    },
    release() {
      // Safari keeps the memory of a canvas that nobody refers to until it runs out of it.
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/** Off screen, where there is such a thing: it is encoded beside the page and not in its turn. */
function createCanvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function contextOf(
  canvas: Canvas,
): OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null {
  return 'convertToBlob' in canvas
    ? canvas.getContext('2d', { alpha: false })
    : canvas.getContext('2d', { alpha: false });
}

function toJpeg(canvas: Canvas): Promise<Blob | null> {
  const type = 'image/jpeg';
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality: QUALITY });
  return new Promise((resolve) => {
    canvas.toBlob(resolve, type, QUALITY);
  });
}
