import type { Point, Quad } from '../image/homography.js';
import type { FontWeight } from '../specimen/card/card-font.js';

/** A piece of a line of text. */
export interface Span {
  readonly text: string;
  readonly weight: FontWeight;
  readonly colour: string;
}

/** A line of text that belongs to a place of the picture. */
export interface Callout {
  /** As shown; `null` where it is the whole picture. */
  readonly target: Quad | null;
  readonly spans: readonly Span[];
  /** Of its edge and its pointer. */
  readonly colour: string;
}

/** Pixels as shown. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedCallout {
  readonly rectangle: Rectangle;
  /** From the target to the text; `null` where they touch or there is no target. */
  readonly pointer: readonly [Point, Point] | null;
}
