import type { Corners } from './corners.js';

/** What is wrong with the card in a frame. */
export type CardFault =
  | 'NO_CARD'
  | 'TOO_DARK'
  | 'TOO_BRIGHT'
  | 'CARD_FAR'
  | 'CARD_NEAR'
  | 'CARD_ASIDE'
  | 'TILTED'
  | 'GLARE'
  | 'BLURRED'
  | 'COVERED';

/** What is wrong with the picture of a face; all but the light only once faces are looked for. */
export type FaceFault =
  | 'TOO_DARK'
  | 'TOO_BRIGHT'
  | 'BACKLIT'
  | 'UNEVEN_LIGHT'
  | 'NO_FACE'
  | 'SEVERAL_FACES'
  | 'FACE_FAR'
  | 'FACE_NEAR'
  | 'FACE_ASIDE'
  | 'FACE_TURNED'
  | 'FACE_TILTED';

export type Fault = CardFault | FaceFault;

/** What one frame says. Without a fault it is good as far as can be told. */
export interface FrameReading {
  readonly fault: Fault | null;
  /** Of a face while nobody knows whether there is one: without a fault its light is good. */
  readonly isLightAlone?: true;
  /** Of the card, in shares of the view's width and height. */
  readonly corners: Corners | null;
}
