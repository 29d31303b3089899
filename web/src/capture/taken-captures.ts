import type { PersonCapture } from '../../../contract/flow.js';

/** One picture of a burst. */
export interface TakenFrame {
  readonly jpeg: Blob;
  /** Milliseconds since the first frame of its burst. */
  readonly atMs: number;
}

/** One capture as it was taken. Its parts are joined when it is sent, see `join-capture.ts`. */
export interface TakenCapture {
  /** The JPEG that the person was shown. */
  readonly still: Blob;
  /** Smaller pictures from around the still; none of a card and none of a chosen file. */
  readonly frames: readonly TakenFrame[];
}

/** The captures taken and not yet sent. In memory only: closing the page forgets them. */
export type TakenCaptures = Map<PersonCapture, TakenCapture>;

/** A plain map, not reactive state: pictures are large and nothing renders from them. */
export function createTakenCaptures(): TakenCaptures {
  return new Map();
}
