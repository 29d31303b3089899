import type { ChallengeText } from './challenge-text.js';

/** The words of a challenge in English. */
export const enChallenge: ChallengeText = {
  kicker: 'One more step',
  actions: {
    TURN_LEFT: {
      title: 'Turn your head to the left',
      how: 'Begin by looking straight at the camera. After the countdown turn your head to your left.',
      better: 'Turn your head further to your left: the head alone, not the phone.',
    },
    TURN_RIGHT: {
      title: 'Turn your head to the right',
      how: 'Begin by looking straight at the camera. After the countdown turn your head to your right.',
      better: 'Turn your head further to your right: the head alone, not the phone.',
    },
    NOD: {
      title: 'Nod your head',
      how: 'Begin by looking straight at the camera. After the countdown lower your chin, then lift it again.',
      better: 'Lower your chin further, then lift it again. Hold the phone still.',
    },
    BLINK: {
      title: 'Blink slowly',
      how: 'Begin by looking straight at the camera. After the countdown close both eyes for a moment, then open them.',
      better: 'Close both eyes firmly for about a second, then open them again.',
    },
    COME_CLOSER: {
      title: 'Bring your face closer',
      how: 'Begin with your face in the oval. After the countdown come closer until it fills the larger oval.',
      better: 'Begin at arm’s length, then come closer until your face fills the larger oval.',
    },
  },
  several: {
    title: 'Two movements, one after the other',
    how: 'Begin by looking straight at the camera. After the countdown make the first, then look straight again. The screen says when to make the second.',
    better:
      'Make both movements more clearly, in this order, and look straight at the camera between them.',
  },
  tips: [
    'Find a bright place; only you in the picture',
    'Take off mask, sunglasses and hat',
    'Do this step within two minutes',
  ],
  why: 'The movement shows that a living person is in front of the camera. Its pictures are sent with the selfie.',
  open: 'Open camera',
  camera: {
    hint: 'Put your face in the oval, then press Start',
    start: 'Start',
    ready: 'Look straight at the camera',
    next: 'Now:',
    progress: 'Movement recorded',
    recorded: 'Done, thank you',
    late: 'The time was over. One moment, you will be asked once more.',
  },
};
