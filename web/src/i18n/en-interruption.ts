import type { InterruptionText } from './interruption-text.js';

export const enInterruption: InterruptionText = {
  resume: {
    title: 'Go on where you were',
    kept: (documents) => `The photo of your ${documents} is there, locked away on this device.`,
    next: { KTP: 'Next: a photo of your e-KTP.', SELFIE: 'Next: a selfie.' },
    goOn: 'Go on',
    restartHint: 'Was it not you who began? Start over: the stored photo is deleted.',
    restart: 'Start over',
  },
  browser: {
    IN_APP: {
      title: 'Open this in your browser',
      text: 'This page is shown inside another app, which does not open the camera. Copy the address and open it in Chrome or Safari.',
      textWithoutAddress:
        'This page is shown inside another app, which does not open the camera. Go back to the service that asked for this verification and open its link in Chrome or Safari.',
    },
    INSECURE: {
      title: 'This address is not secure',
      text: 'Browsers open the camera at a secure address (https) only. Go on at the secure address.',
      textWithoutAddress:
        'Browsers open the camera at a secure address (https) only. Go back to the service that asked for this verification and start again from there.',
    },
  },
  address: {
    label: 'Address of this page',
    copy: 'Copy the address',
    copied: 'Copied. Paste it into Chrome or Safari.',
    copyByHand: 'Press and hold the address above, then choose Copy.',
    openSafe: 'Open the secure address',
  },
  goOnAnyway: 'Go on here without a camera',
  goOnAnywayHint:
    'If you go on here, this link no longer opens anywhere else, and pictures may not be accepted without a camera.',
};
