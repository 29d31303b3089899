import type { HandoffText } from './handoff-text.js';

/** The words of a hand-off in English. */
export const enHandoff: HandoffText = {
  code: {
    title: 'Continue on your phone',
    why: {
      must: 'This verification uses the camera of your phone.',
      noCamera: 'This computer has no camera, so the photos are taken with your phone.',
      chosen: 'The photos are taken with your phone; this page waits and goes on by itself.',
    },
    steps: [
      'Open the camera of your phone',
      'Point it at this code and open the link',
      'Follow the steps on the phone; keep this page open',
    ],
    picture: 'QR code to continue on a phone',
    preparing: 'Getting the code ready…',
    waiting: 'Waiting for your phone',
    expiresIn: (time) => `New code in ${time}`,
    other: {
      title: 'Cannot scan it?',
      text: 'Send this address to your phone, for instance in a message to yourself, and open it there. It opens only once; give it to nobody else.',
      copy: 'Copy address',
      copied: 'Address copied',
      copyByHand: 'The browser does not let this page copy. Select the address above and copy it.',
    },
  },
  follow: {
    OPENED: {
      title: 'Go on with your phone',
      text: 'The phone is connected. Take the photos there and keep this page open.',
    },
    CAPTURED: {
      title: 'Your photos are being checked',
      text: 'The photos from the phone have arrived. The result will be shown on this page shortly.',
    },
  },
  track: ['Phone connected', 'Take photos', 'Check'],
  stop: 'Stop on the phone',
  ended: {
    PHONE: {
      title: 'Stopped on the phone',
      text: 'The verification is not finished. Go on with a new code.',
    },
    HERE: {
      title: 'The phone is disconnected',
      text: 'That phone can send no more photos. Go on with a new code.',
    },
    EXPIRED: {
      title: 'The code has expired',
      text: 'No phone has scanned it. Show a new code when you are ready.',
    },
  },
  orHere: 'You can also go on with this computer.',
  newCode: 'Show a new code',
  useCamera: 'Use the camera of this computer',
  goOnHere: 'Go on with this computer',
  trouble: {
    NO_CONNECTION: {
      title: 'The connection broke',
      text: 'This page goes on by itself once you are online.',
    },
    SERVICE: {
      title: 'The service is having trouble',
      text: 'This is not your fault. Wait a moment, then try again.',
    },
  },
  handedBack: {
    COMPLETED: {
      title: 'Done. Go back to your computer',
      text: 'The result is shown on the computer. You can close this page on the phone.',
    },
    FAILED: {
      title: 'Go back to your computer',
      text: 'This verification has ended. The computer tells you more; you can close this page.',
    },
    STOPPED_HERE: {
      title: 'Stopped on this phone',
      text: 'Go back to your computer to continue. Photos that were not sent are gone from this phone.',
    },
    STOPPED_THERE: {
      title: 'This phone is disconnected',
      text: 'The verification goes on with your computer. To use the phone again, scan a new code there.',
    },
  },
  refused: {
    CODE_USED: {
      title: 'This code has already been used',
      text: 'A code opens only once. On the computer ask for a new code and scan it with this phone.',
    },
    CODE_EXPIRED: {
      title: 'This code has expired',
      text: 'Scan the code that the computer shows now, or ask for a new one there.',
    },
    CODE_INVALID: {
      title: 'This code is not known',
      text: 'The address may not have been copied completely. Scan the code on the computer once more.',
    },
    CODE_FINISHED: {
      title: 'This verification has ended',
      text: 'Go back to your computer to see the result.',
    },
    HANDOFF_ENDED: {
      title: 'This phone is disconnected',
      text: 'The verification goes on with your computer. To use the phone again, scan a new code there.',
    },
  },
};
