import { enCardlessReasons, enReasons } from './en-reasons.js';
import type { Dictionary } from './id.js';

export const en: Dictionary = {
  language: {
    switchTo: 'ID: change language to Bahasa Indonesia',
  },
  page: { offline: 'You are offline' },
  step: {
    of: (step, total) => `Step ${String(step)} of ${String(total)}`,
    KTP: 'Photo of your e-KTP',
    SELFIE: 'Selfie',
    check: 'Check',
  },
  document: { KTP: 'e-KTP', SELFIE: 'selfie' },
  action: {
    leave: 'Leave',
    retry: 'Try again',
    openCamera: 'Open camera',
    tryCamera: 'Try the camera again',
    usePhone: 'Continue on a phone',
    chooseFile: 'Choose a photo from this device',
    choosePhoto: 'Choose photo',
    chooseOther: 'Choose another photo',
    takePicture: 'Take photo',
    retake: 'Take it again',
    use: 'Use this photo',
    finish: 'Done',
    goBack: 'Back to the service',
    goOn: 'Continue',
  },
  file: {
    opening: 'Opening the photo…',
    unreadable: 'This file cannot be opened as a photo. Choose a JPG or PNG photo.',
  },
  opening: { title: 'Getting your verification ready…' },
  openFailed: {
    LINK_USED: {
      title: 'This link has already been used',
      text: 'For your safety a link opens only once. Go back to the service that asked for this verification and start again from there.',
    },
    LINK_EXPIRED: {
      title: 'This link has expired',
      text: 'Go back to the service that asked for this verification to get a new link.',
    },
    LINK_INVALID: {
      title: 'This link is not known',
      text: 'It may not have been copied completely. Go back to the service that asked for this verification and open it from there.',
    },
    LINK_MISSING: {
      title: 'No session on this device',
      text: 'Open the link from the service that asked for this verification, and stay in the same browser until the end.',
    },
    NOT_EMBEDDED: {
      title: 'The verification cannot be opened here',
      text: 'Go back to the service that asked for this verification and start again from there.',
    },
    NO_CONNECTION: {
      title: 'No internet connection',
      text: 'Check your connection. This page goes on by itself once you are online.',
    },
    SERVICE: {
      title: 'The service is having trouble',
      text: 'This is not your fault. Wait a moment, then try again.',
    },
  },
  welcome: {
    title: 'Let’s verify it’s you',
    intro: {
      KTP_SCAN: 'Have your original e-KTP at hand. It takes about a minute.',
      KYC_LITE: 'Have your original e-KTP at hand, then take a selfie. It takes about two minutes.',
      SELFIE_LIVENESS: 'Find a bright place and take a selfie. It takes about a minute.',
      FACE_VERIFICATION: 'Find a bright place and take a selfie. It takes about a minute.',
    },
    whatTitle: 'What is captured',
    what: {
      KTP_SCAN: 'A photo of the front of your e-KTP.',
      KYC_LITE:
        'A photo of the front of your e-KTP and a short series of photos of your face; if needed, another while you make a movement.',
      SELFIE_LIVENESS:
        'A short series of photos of your face; if needed, another while you make a movement.',
      FACE_VERIFICATION:
        'A short series of photos of your face; if needed, another while you make a movement.',
    },
    whyTitle: 'What for',
    why: {
      KTP_SCAN: 'To read the data on the card and check that it is an e-KTP.',
      KYC_LITE: 'To read the data on the card and check that your face matches its photo.',
      SELFIE_LIVENESS: 'To check that a living person is in front of the camera.',
      FACE_VERIFICATION: 'To check that your face matches the photo that the service holds of you.',
    },
    whoTitle: 'Who receives it',
    who: 'The service that asked for this verification. Kenali checks the photos on its behalf.',
    agreement:
      'By pressing “Agree and start” you agree that the data above is captured and checked for this verification.',
    start: 'Agree and start',
  },
  guide: {
    asked:
      'Your browser will ask for the camera. Choose “Allow”: it is on only while the photo is taken.',
    KTP: {
      title: 'Photograph your e-KTP',
      text: 'Use the original card, front side.',
      tips: [
        'Lay it on a flat, dark and plain surface',
        'All four corners in view, no fingers on it',
        'Bright enough, without reflections',
      ],
    },
    SELFIE: {
      title: 'Take a selfie',
      text: 'Your face as you are now: one press takes several photos.',
      tips: [
        'Take off mask, sunglasses and hat',
        'Face the light, nobody else in the picture',
        'Hold the phone at eye level, at arm’s length',
      ],
    },
  },
  camera: {
    KTP: { title: 'Photo of your e-KTP', hint: 'Fit the card into the frame', view: 'Camera view' },
    SELFIE: {
      title: 'Selfie',
      hint: 'Put your face in the oval and look at the camera',
      view: 'Front camera view',
    },
    starting: 'Starting the camera… Allow access to it if you are asked.',
    play: 'Show the camera picture',
  },
  cameraProblem: {
    CameraDenied: {
      title: 'The camera is not allowed',
      text: 'Allow the camera for this page by the icon beside the address or in the browser’s settings, then try again.',
      orFile: 'You can also choose a photo from this device.',
    },
    CameraNotFound: {
      title: 'No camera found',
      text: 'This device does not seem to have a camera.',
      orFile: 'Choose a photo from it to go on.',
    },
    CameraBusy: {
      title: 'The camera is in use',
      text: 'Close other apps or tabs that use it, then try again.',
      orFile: 'You can also choose a photo from this device.',
    },
    CameraTooCoarse: {
      title: 'This camera shows too little',
      text: 'The print on a card cannot be read in its picture. Use a device with a better camera.',
      orFile: 'Or choose a clear photo of the card from this device.',
    },
    InsecureContext: {
      title: 'The camera is not available here',
      text: 'Browsers open the camera only at a secure (https) address.',
      orFile: 'Choose a photo from this device to go on.',
    },
    Unsupported: {
      title: 'This browser has no camera support',
      text: 'Use a recent Chrome or Safari.',
      orFile: 'You can also choose a photo from this device.',
    },
  },
  cameraNeeded: 'This step needs the camera: a photo from this device cannot stand in for it.',
  cameraElsewhere: 'Go back to the service and begin there again on a phone.',
  review: {
    lead: 'Before you send it, make sure:',
    KTP: {
      title: 'Can the e-KTP be read?',
      alt: 'The photo of the e-KTP just taken',
      checks: ['All text is sharp', 'All four corners in view', 'No reflections'],
    },
    SELFIE: {
      title: 'Is your face clear?',
      alt: 'The selfie just taken',
      checks: ['Face sharp and bright', 'Nothing covers it', 'Nobody else in the picture'],
    },
  },
  uploading: {
    title: 'Sending your photos',
    text: 'Please keep this page open.',
    label: 'Photos sent',
  },
  uploadFailed: {
    NO_CONNECTION: {
      title: 'The connection broke while sending',
      text: 'Your photos are still on this page. Sending goes on once the connection is back.',
    },
    SERVICE: {
      title: 'Your photos were not sent',
      text: 'They are still on this page. Please try to send them again.',
    },
  },
  checking: {
    title: 'Checking your photos',
    text: 'Usually only a few seconds.',
    long: 'Still going on. Thank you for waiting; there is no need to start again.',
  },
  checkingFailed: {
    NO_CONNECTION: {
      title: 'The connection broke',
      text: 'Your photos have arrived. This page goes on by itself once you are online.',
    },
    SERVICE: {
      title: 'The result cannot be shown yet',
      text: 'Your photos have arrived. Wait a moment, then try again.',
    },
  },
  retry: {
    title: 'Let’s try once more',
    again: (documents) => `To be taken again: ${documents}`,
    join: ' and ',
    limit: 'The number of attempts is limited, so make sure the photo is clear.',
  },
  reasons: enReasons,
  cardlessReasons: enCardlessReasons,
  generalReason: {
    what: 'The photo could not be checked',
    how: 'Take a clearer photo in a bright place.',
  },
  result: {
    accepted: {
      title: 'Verification successful',
      text: 'All checks are done. You can go on to the service that asked for this verification.',
    },
    rejected: {
      title: 'Verification not successful',
      text: 'Your identity could not be confirmed from these photos. The service that asked for this verification will tell you what comes next.',
    },
    usedUp: {
      title: 'There are no tries left',
      text: 'All attempts at the photos have been used, so your identity could not be confirmed. The service that asked for this verification will tell you what comes next.',
    },
    timedOut: {
      title: 'The time for this verification is up',
      text: 'The session ended before all photos arrived. Start again from the service that asked for this verification.',
    },
    failed: {
      title: 'The check could not be finished',
      text: 'There was a technical problem. It is not because of your photos. Try again later from the service that asked for this verification.',
    },
  },
  sessionOver: {
    title: 'This session is over',
    text: 'For your safety sessions close after some time. Start again from the service that asked for this verification.',
  },
  leave: {
    title: 'Leave the verification?',
    text: 'Photos that were not sent are lost. You can go on later from the service that asked for this verification.',
    stay: 'Stay and go on',
    leave: 'Yes, leave',
    phone: {
      title: 'Stop on this phone?',
      text: 'Photos that were not sent are lost. You can go on with the computer.',
      leave: 'Yes, stop on the phone',
    },
  },
  done: {
    redirecting: 'Taking you back…',
    openNow: 'Open now',
    title: 'You can close this page',
    text: 'Go back to the service that asked for this verification to see the result.',
    cancelled: {
      title: 'Verification cancelled',
      text: 'The service that asked for this verification has cancelled it.',
    },
  },
};
