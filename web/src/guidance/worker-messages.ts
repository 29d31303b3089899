import type { PersonCapture } from '../../../contract/flow.js';
import type { FramePixels } from './draw-samples.js';
import type { FrameReading } from './frame-reading.js';

/** What the page sends its worker: the view of one frame, drawn already where the worker cannot. */
export type FrameMessage =
  | { readonly document: PersonCapture; readonly bitmap: ImageBitmap }
  | { readonly pixels: FramePixels };

/** `null`: the worker has no canvas, the page has to draw. */
export type ReadingMessage = FrameReading | null;
