import type { PersonCapture } from '../../../contract/flow.js';
import type { Region } from '../capture/frame-geometry.js';
import { samplePatch, sampleWhole, type Sample } from './frame-samples.js';
import type { RgbaPixels } from './grey-frame.js';

/** The pixels of a frame that are looked at. */
export interface FramePixels {
  readonly whole: RgbaPixels;
  /** `null` of a face. */
  readonly patch: RgbaPixels | null;
}

type SampleCanvas = OffscreenCanvas | HTMLCanvasElement;

type SampleContext = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** Draws what is looked at; `null` where this browser gives no canvas to draw on. */
export type DrawSamples = (
  source: CanvasImageSource,
  view: Region,
  document: PersonCapture,
) => FramePixels | null;

/** The two canvases are used again for every frame. */
export function createSampleDrawer(createCanvas: () => SampleCanvas): DrawSamples {
  const whole = contextOf(createCanvas());
  const fine = contextOf(createCanvas());
  return (source, view, document) => {
    if (whole === null || fine === null) return null;
    const patch = samplePatch(view, document);
    return {
      whole: read(whole, source, sampleWhole(view)),
      patch: patch === null ? null : read(fine, source, patch),
    };
  };
}

/** Kept where the processor reads it: every frame is read back. */
function contextOf(canvas: SampleCanvas): SampleContext | null {
  return 'convertToBlob' in canvas
    ? canvas.getContext('2d', { alpha: false, willReadFrequently: true })
    : canvas.getContext('2d', { alpha: false, willReadFrequently: true });
}

function read(context: SampleContext, source: CanvasImageSource, sample: Sample): RgbaPixels {
  const { canvas } = context;
  const { width, height } = sample.size;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    // Averages what becomes one pixel: fine print must not turn into false edges.
    context.imageSmoothingQuality = 'medium';
  }
  const { region } = sample;
  context.drawImage(source, region.x, region.y, region.width, region.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
