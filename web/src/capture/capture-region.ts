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
