import type { PersonCapture } from '../../../contract/flow.js';
import { visibleRegion, type Region, type Size } from './frame-geometry.js';

/**
 * Width to height of the camera's view, which is also what is captured: nothing that the person
 * does not see. The card's view is a little squarer than a card. The selfie's is tall and its oval
 * small, since the liveness check wants the surroundings of the face as well.
 */
const VIEW_ASPECT: Readonly<Record<PersonCapture, number>> = { KTP: 3 / 2, SELFIE: 3 / 4 };

/** What of a frame belongs to a capture. */
export function regionOf(document: PersonCapture): (frame: Size) => Region {
  return (frame) => visibleRegion(frame, VIEW_ASPECT[document]);
}

/**
 * Width of the card's view in pixels that is worth a photograph: a phone held upright cuts it from
 * the short side of its camera. With 600 a card has six pixels a millimetre and its small print
 * twelve, from which the reader still gets most values.
 */
const LEAST_CARD_VIEW_PX = 600;

/** Whether a camera shows too little for the print of a card. */
export function isTooCoarse(frame: Size): boolean {
  return regionOf('KTP')(frame).width < LEAST_CARD_VIEW_PX;
}
