import type { GreyFrame } from '../guidance/grey-frame.js';
import type { FoundFace } from './found-face.js';

/** What the worker that finds faces answers; `null`: it never will. */
export type FacesMessage = readonly FoundFace[] | null;

/**
 * Shows a view, which is looked at when the one before is done.
 *
 * @returns the faces of the last view that was looked at; `null` while nobody knows
 */
export type WatchFaces = (view: GreyFrame) => readonly FoundFace[] | null;

/** Faces are looked for four times a second at most: nobody follows faster words. */
const SPACING_MS = 250;
/** And for a third of the time at most: the frames, and the page, need the rest of a slow phone. */
const REST_SHARE = 2;
/** Faces that were seen longer ago say nothing about what is seen now. */
const STALE_MS = 1_500;

/** @param now a clock in milliseconds */
export function createFaceWatch(
  port: Pick<MessagePort, 'postMessage' | 'onmessage'>,
  now: () => number,
): WatchFaces {
  let faces: FacesMessage = null;
  let seenAtMs = -Infinity;
  let askedAtMs = -Infinity;
  let nextAtMs = -Infinity;
  port.onmessage = ({ data }: MessageEvent<FacesMessage>) => {
    faces = data;
    seenAtMs = askedAtMs;
    const rest = (now() - askedAtMs) * REST_SHARE;
    nextAtMs = data === null ? Infinity : Math.max(askedAtMs + SPACING_MS, now() + rest);
  };
  return (view) => {
    const atMs = now();
    if (atMs >= nextAtMs) {
      askedAtMs = atMs;
      nextAtMs = Infinity;
      port.postMessage(view);
    }
    return atMs - seenAtMs > STALE_MS ? null : faces;
  };
}
