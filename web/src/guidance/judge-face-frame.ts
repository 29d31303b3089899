import type { FoundFace } from '../faces/found-face.js';
import { findLightFault } from './find-light-fault.js';
import type { FaceFault, FrameReading } from './frame-reading.js';
import type { GreyFrame } from './grey-frame.js';
import { FACE_OVAL } from './face-oval.js';

/*
 * Limits stand between what heads show that are held well and such with one fault, see
 * `npm run bench:selfie-guidance` and docs/benchmarks.md (tune split).
 */

/** Width of a face as it is found, cheek to cheek and somewhat more, to the oval's. */
const SIZE = { least: 0.66, most: 1.45 } as const;
/** Where the middle of a face is found that fills the oval: it ends at the brows. */
const PLACE = { x: 0.5, y: 0.54 } as const;
/** From there, in shares of the view's width. */
const MOST_ASIDE = 0.17;
/** Height to width of the view. */
const VIEW_HEIGHT = 4 / 3;
/** A second face of at least this share of the width of the largest: the service asks who is meant. */
const COMPARABLE_WIDTH = 0.7;
/** See `HeadPose`: some 25° to a side, up and down. */
const MOST_TURN = 0.33;
const DROP = { least: 0.24, most: 0.72 } as const;
/** Degrees. */
const MOST_TILT = 20;

/** What can be told of a face: its light and, once faces are looked for, where it is and how it is held. */
export function judgeFaceFrame(frame: GreyFrame, faces: readonly FoundFace[] | null): FrameReading {
  if (faces === null) return { fault: findLightFault(frame), isLightAlone: true, corners: null };
  return { fault: findFault(frame, faces), corners: null };
}

/** Of several faults the one that hides the others: light is measured where the face belongs. */
function findFault(frame: GreyFrame, faces: readonly FoundFace[]): FaceFault | null {
  const [face, second] = [...faces].sort((a, b) => b.width - a.width);
  if (face === undefined) return findLightFault(frame) ?? 'NO_FACE';
  if (second !== undefined && second.width >= COMPARABLE_WIDTH * face.width) return 'SEVERAL_FACES';
  return findPlaceFault(face) ?? findPoseFault(face) ?? findLightFault(frame);
}

function findPlaceFault({ width, centreX, centreY }: FoundFace): FaceFault | null {
  const size = width / (2 * FACE_OVAL.radiusX);
  if (size < SIZE.least) return 'FACE_FAR';
  if (size > SIZE.most) return 'FACE_NEAR';
  const aside = Math.hypot(centreX - PLACE.x, (centreY - PLACE.y) * VIEW_HEIGHT);
  return aside > MOST_ASIDE ? 'FACE_ASIDE' : null;
}

function findPoseFault({ turn, drop, tilt }: FoundFace): FaceFault | null {
  if (Math.abs(turn) > MOST_TURN || drop < DROP.least || drop > DROP.most) return 'FACE_TURNED';
  return Math.abs(tilt) > MOST_TILT ? 'FACE_TILTED' : null;
}
