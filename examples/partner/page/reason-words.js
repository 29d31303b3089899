/**
 * What the person may be told. Nothing here says how a check was made, and a suspicion of fraud is
 * told like any other refusal.
 *
 * @typedef {{what: string, next: string}} Words
 */

/** @type {Readonly<Record<string, Words>>} */
const WORDS = {
  NOT_EKTP: {
    what: 'The photo does not show an e-KTP.',
    next: 'Please use your original e-KTP, front side.',
  },
  KTP_PHOTOCOPY: {
    what: 'The photo seems to show a copy of the card.',
    next: 'Please photograph the original.',
  },
  KTP_SCREEN_CAPTURE: {
    what: 'The photo seems to show a screen.',
    next: 'Please photograph the card itself.',
  },
  NIK_INVALID: {
    what: 'The number on the card could not be confirmed.',
    next: 'Please take a sharp photo of your own card.',
  },
  FACE_MATCH_FAILED: {
    what: 'The selfie does not look like the photo we compared it with.',
    next: 'Please take it again in good light, without glasses or mask.',
  },
  LIVENESS_CHECK_FAILED: {
    what: 'We could not be sure that you are there in person.',
    next: 'Please take the selfie yourself, in good light.',
  },
  UNDERAGE: {
    what: 'You are below the age that we accept.',
    next: 'Please come back with a parent.',
  },
  MAX_ATTEMPTS_REACHED: {
    what: 'None of the photos was clear enough.',
    next: 'Please try again in a bright place.',
  },
  SESSION_TIMEOUT: {
    what: 'The time for the check was over.',
    next: 'Please start again.',
  },
  CANCELLED_BY_PARTNER: {
    what: 'The check was cancelled.',
    next: 'Please start again.',
  },
};

/** @type {Words} */
const REJECTED = {
  what: 'We could not confirm your identity.',
  next: 'Please try again, or visit us with your card.',
};

/** @type {Words} */
const FAILED = {
  what: 'The check could not be finished. It is not your fault.',
  next: 'Please try again in a few minutes.',
};

/** @type {Words} */
const UNCLEAR = {
  what: 'The photo was not clear enough.',
  next: 'Please try again in a bright place.',
};

/**
 * Words for a reason code. The list of codes is open: one that is not known here is told like the
 * others of its kind.
 *
 * @param {{state: string, reasonCode: string | null}} standing
 * @returns {Words}
 */
export function wordsFor({ state, reasonCode }) {
  const code = reasonCode ?? '';
  const known = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  if (known !== undefined) return known;
  if (state === 'FAILED') return FAILED;
  return /^(KTP_(?!TAMPERED)|FACE_|MULTIPLE_FACES)/.test(code) ? UNCLEAR : REJECTED;
}
