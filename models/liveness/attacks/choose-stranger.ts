import { fitHead } from '../../challenge/fit-head.js';
import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { Portrait } from './read-portraits.js';

/** A picture of a face that looks further aside makes no mask. */
const MOST_TURN_DEGREES = 15;
/** Width of the face against the wearer's, below which the mask would be a blur. */
const LEAST_SIZE = 0.6;

/**
 * Somebody else, on a photograph that a mask can be made of; the best there is where none is large
 * and frontal enough.
 *
 * @throws RangeError where the photographs show one person
 */
export function chooseStranger(
  wearer: Portrait,
  portraits: readonly Portrait[],
  random: SpecimenRandom,
): Portrait {
  const others = portraits.filter(({ person }) => person !== wearer.person);
  const fit = others.filter(
    ({ box, landmarks }) => box.width >= wearer.box.width * LEAST_SIZE && isFrontal(landmarks),
  );
  return random.pick(fit.length > 0 ? fit : others);
}

function isFrontal(landmarks: Portrait['landmarks']): boolean {
  return Math.abs(fitHead(landmarks)?.yaw ?? Infinity) <= MOST_TURN_DEGREES;
}
