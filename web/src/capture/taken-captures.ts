import type { PersonCapture } from '../../../contract/flow.js';

/** The captures taken and not yet sent, as JPEG. In memory only: closing the page forgets them. */
export type TakenCaptures = Map<PersonCapture, Blob>;

/** A plain map, not reactive state: pictures are large and nothing renders from them. */
export function createTakenCaptures(): TakenCaptures {
  return new Map();
}
