import type { GuidanceText } from './guidance-text.js';

/** The words in front of the camera in English. */
export const enGuidance: GuidanceText = {
  hints: {
    NO_CARD: 'Put the whole card inside the frame',
    TOO_DARK: 'Too dark: find more light',
    TOO_BRIGHT: 'Too bright: move away from the light',
    CARD_FAR: 'Move closer to the card',
    CARD_NEAR: 'Move back a little',
    CARD_ASIDE: 'Move the card to the middle',
    TILTED: 'Hold the phone straight above the card',
    GLARE: 'A reflection on the card: turn it away from the lamp',
    BLURRED: 'Not sharp yet: hold still for a moment',
    COVERED: 'The card is covered: move your fingers away',
    HOLD_STILL: 'Hold still',
    BACKLIT: 'The light is behind you: turn around',
    UNEVEN_LIGHT: 'Light from one side: turn to face it',
    NO_FACE: 'Put your face in the oval',
    SEVERAL_FACES: 'Only you in the picture, please',
    FACE_FAR: 'Come a little closer',
    FACE_NEAR: 'Move back a little',
    FACE_ASIDE: 'Move your face to the middle of the oval',
    FACE_TURNED: 'Look straight at the camera',
    FACE_TILTED: 'Hold your head upright',
    LIGHT_GOOD: 'The light is good. Face in the oval? Then press the button',
  },
  good: {
    KTP: 'Good: hold still',
    SELFIE: 'Good: press the button',
  },
  how: {
    KTP: 'The photo is taken by itself. You can also press the button.',
    SELFIE: 'Press the button when you are ready.',
  },
  torch: 'Light',
};
