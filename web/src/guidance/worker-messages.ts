import type { PersonCapture } from '../../../contract/flow.js';
import type { FramePixels } from './draw-samples.js';
import type { FrameReading } from './frame-reading.js';
import type { TakenView } from './take-view.js';

/** What is to be seen of one frame, and of what. */
export interface ViewMessage extends TakenView {
  readonly document: PersonCapture;
}

/** Where the worker may ask for faces; there is no answer to it. */
export interface FacePortMessage {
  readonly facePort: MessagePort;
}

/** What the page sends its worker: the view of one frame, drawn already where the worker cannot. */
export type FrameMessage = ViewMessage | { readonly pixels: FramePixels };

/** `null`: the worker has no canvas, the page has to draw. */
export type ReadingMessage = FrameReading | null;
