import type { CardlessReasons, ReasonText, RetryReason } from './retry-reason.js';

/** What was wrong with a picture and what to do better, in English. */
export const enReasons: Readonly<Record<RetryReason, ReasonText>> = {
  KTP_NOT_FOUND: {
    what: 'The e-KTP is not in the picture',
    how: 'Put the card into the frame until all four corners are in view.',
  },
  KTP_BLURRY: {
    what: 'The photo of the e-KTP is blurred',
    how: 'Hold the phone steady and wait until the picture is sharp.',
  },
  KTP_DARK: {
    what: 'The photo of the e-KTP is too dark',
    how: 'Go where there is more light, for instance near a window.',
  },
  KTP_OVEREXPOSED: {
    what: 'The photo of the e-KTP is too bright',
    how: 'Keep direct sun and lamps off the card.',
  },
  KTP_GLARE: {
    what: 'Light reflects on the e-KTP',
    how: 'Tilt the card a little until the reflection is gone, and turn the light off.',
  },
  KTP_OBSTRUCTED: {
    what: 'Part of the e-KTP is covered',
    how: 'Lay the card on a table so that no finger covers it.',
  },
  KTP_CROPPED: {
    what: 'Part of the e-KTP is cut off',
    how: 'Move back a little until all four corners are inside the frame.',
  },
  KTP_TOO_SMALL: {
    what: 'The e-KTP is too small in the picture',
    how: 'Move the phone closer until the card fills the frame.',
  },
  KTP_NOT_READABLE: {
    what: 'The text on the e-KTP cannot be read',
    how: 'Clean the card and the lens, then take the photo in good light.',
  },
  FACE_NOT_FOUND: {
    what: 'No face in view',
    how: 'Face the camera in a bright place.',
  },
  MULTIPLE_FACES: {
    what: 'There is more than one face',
    how: 'Make sure that only you are in the picture.',
  },
  FACE_TOO_SMALL: {
    what: 'Your face is too far away',
    how: 'Move the phone closer until your face fills the oval.',
  },
  FACE_TOO_CLOSE: {
    what: 'Your face is too close',
    how: 'Hold the phone at arm’s length until your face fits the oval.',
  },
  FACE_BLURRY: {
    what: 'The photo of your face is blurred',
    how: 'Hold the phone steady and clean the lens.',
  },
  FACE_DARK: {
    what: 'Your face is too dark',
    how: 'Turn towards the light; keep windows in front of you, not behind.',
  },
  FACE_OCCLUDED: {
    what: 'Part of your face is covered',
    how: 'Take off mask, sunglasses or hat.',
  },
  FACE_NOT_FRONTAL: {
    what: 'Your face is turned away',
    how: 'Look straight at the camera with the phone at eye level.',
  },
  NOT_EKTP: {
    what: 'This card does not look like an e-KTP',
    how: 'Use your own original e-KTP, front side.',
  },
  KTP_PHOTOCOPY: {
    what: 'This looks like a photocopy of an e-KTP',
    how: 'Use the original card, not a copy or a scan.',
  },
  KTP_SCREEN_CAPTURE: {
    what: 'This looks like a photo of a screen',
    how: 'Photograph the original card itself, not its picture on a screen.',
  },
  KTP_TAMPERED: {
    what: 'This card could not be confirmed',
    how: 'Use your own original e-KTP, lying flat, with nothing on it.',
  },
  FACE_MATCH_FAILED: {
    what: 'Selfie and e-KTP photo do not match yet',
    how: 'Use your own e-KTP and take the selfie in a bright place.',
  },
  CHALLENGE_REQUIRED: {
    what: 'One more look at you is needed',
    how: 'Do what the screen asks while the camera looks at you.',
  },
  CHALLENGE_FAILED: {
    what: 'The movement was not seen in time',
    how: 'Do what the screen asks, slowly and within two minutes.',
  },
  LIVENESS_CHECK_FAILED: {
    what: 'The selfie could not be confirmed',
    how: 'Take it of your own face in good light, not of a picture.',
  },
};

/** Of a flow without a card: the service holds a photo of the person. */
export const enCardlessReasons: CardlessReasons = {
  FACE_MATCH_FAILED: {
    what: 'The face in the selfie could not be matched yet',
    how: 'Take the selfie of your own face in a bright place, without mask or sunglasses.',
  },
};
