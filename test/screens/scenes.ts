import type { Page } from 'playwright-core';
import type { ScreenName } from '../../web/src/screen.js';
import { failure } from '../../web/src/testing/fake-service.js';
import { press } from '../support/capture-app.js';
import {
  failCamera,
  openCamera,
  pretendInAppWindow,
  pretendInsecurePage,
  reloadAfterCard,
  sendCard,
  sendCardToNobody,
  takeCardByFile,
} from './acts.js';
import { AS_PHONE, HANDOFF_LOOKS, leave, WITH_PHONE } from './handoff-scenes.js';
import { drawLogo } from './draw-logo.js';
import type { Look, Scene } from './scene.js';
import type { Script } from './scripted-service.js';

const CARD_ALONE = { flow: 'KTP_SCAN', captures: ['KTP'] };
const SELFIE_ALONE = { flow: 'SELFIE_LIVENESS', captures: ['SELFIE'] };
/** A partner's colours, far from ours. */
const THEMED = {
  partnerTheme: {
    light: { accent: '#7a1f5c', surface: '#fffafc', ink: '#2a1424', highlight: '#0a7d6c' },
    dark: { accent: '#f3a6d6', onAccent: '#33091f', surface: '#1d1119', ink: '#fbeef5' },
    font: 'SERIF',
    radius: 2,
    brandName: 'Koperasi Contoh Sejahtera',
  },
};
const WITH_LOGO = { partnerTheme: { ...THEMED.partnerTheme, logo: await drawLogo() } };
const OF_CARD: Script = { session: CARD_ALONE, before: { captures: ['KTP'] } };
const OF_SELFIE: Script = { session: SELFIE_ALONE, before: { captures: ['SELFIE'] } };

const showCamera = async (page: Page): Promise<void> => {
  await openCamera(page);
  await page.locator('video.ready').waitFor();
};
const openChallengeCamera = async (page: Page): Promise<void> => {
  await press(page);
  await page.locator('video.ready').waitFor();
};
const recordUntilSecond = async (page: Page): Promise<void> => {
  await openChallengeCamera(page);
  await press(page);
  await page.locator('.hint', { hasText: /^(Sekarang|Now):/ }).waitFor();
};
const askAgain = (reasonCode: string): Look => ({
  name: reasonCode.toLowerCase().replaceAll('_', '-'),
  script: {
    before: {
      nextAction: 'RETRY',
      reasonCode,
      captures: [/^(FACE_(?!MATCH)|MULTIPLE|LIVENESS)/.test(reasonCode) ? 'SELFIE' : 'KTP'],
    },
  },
});
const askMovement = (reasonCode: string, action: string, then?: string): Script => ({
  ...OF_SELFIE,
  before: { nextAction: 'RETRY', reasonCode, captures: ['SELFIE'], challenge: { action, then } },
});
const endWith = (name: string, change: object): Look => ({
  name,
  script: { before: { captures: [], ...change } },
});

/** Every screen of the capture app in every look that differs by more than a few words. */
const LOOKS: Readonly<Record<ScreenName, readonly Look[]>> = {
  OPENING: [{ script: { launch: 'HOLD' } }],
  OPEN_FAILED: [
    { name: 'link-used', script: { launch: failure(401, 'LAUNCH_TOKEN_ALREADY_USED') } },
    { name: 'link-expired', script: { launch: failure(401, 'LAUNCH_TOKEN_EXPIRED') } },
    { name: 'link-invalid', script: { launch: failure(401, 'LAUNCH_TOKEN_INVALID') } },
    { name: 'no-connection', script: { launch: 'LOST' } },
    { name: 'service', script: { launch: { status: 500, body: {} } } },
  ],
  BROWSER_PROBLEM: [
    { name: 'in-app', prepare: pretendInAppWindow },
    { name: 'insecure', prepare: pretendInsecurePage },
  ],
  RESUME: [{ visit: reloadAfterCard }],
  WELCOME: [
    { name: 'kyc-lite' },
    { name: 'ktp-scan', script: OF_CARD },
    { name: 'themed', script: { ...OF_CARD, session: { ...CARD_ALONE, ...THEMED } } },
  ],
  GUIDE: [
    { name: 'ktp', visit: press },
    { name: 'selfie', script: OF_SELFIE, visit: press },
    {
      name: 'themed',
      script: { ...OF_SELFIE, session: { ...SELFIE_ALONE, ...WITH_LOGO } },
      visit: press,
    },
  ],
  CAMERA: [
    { name: 'ktp', camera: 'CARD', visit: showCamera },
    { name: 'selfie', camera: 'FACE', script: OF_SELFIE, visit: showCamera },
  ],
  CAMERA_PROBLEM: [
    { name: 'denied', camera: 'DENIED', visit: openCamera },
    { name: 'denied-with-phone', camera: 'DENIED', script: WITH_PHONE, visit: openCamera },
    { name: 'none', visit: openCamera },
    { name: 'busy', visit: failCamera('NotReadableError') },
    { name: 'unsupported', visit: failCamera('TypeError') },
  ],
  REVIEW: [{ name: 'ktp', visit: takeCardByFile }],
  UPLOADING: [{ script: { ...OF_CARD, upload: 'HOLD' }, visit: sendCard }],
  UPLOAD_FAILED: [{ script: { ...OF_CARD, upload: 'LOST' }, visit: sendCardToNobody }],
  CHECKING: [{ script: { before: { captures: [] } } }],
  CHECKING_FAILED: [
    { script: { ...OF_CARD, after: { status: 503, body: {} } }, visit: sendCardToNobody },
  ],
  RETRY: [
    'KTP_NOT_FOUND',
    'KTP_BLURRY',
    'KTP_DARK',
    'KTP_GLARE',
    'KTP_OBSTRUCTED',
    'KTP_CROPPED',
    'KTP_TOO_SMALL',
    'KTP_PHOTOCOPY',
    'KTP_SCREEN_CAPTURE',
    'FACE_NOT_FOUND',
    'FACE_DARK',
    'FACE_TOO_SMALL',
    'FACE_TOO_CLOSE',
    'FACE_OCCLUDED',
    'FACE_NOT_FRONTAL',
    'MULTIPLE_FACES',
    'SOMETHING_NEW',
  ].map(askAgain),
  CHALLENGE: [
    { name: 'turn-left', script: askMovement('CHALLENGE_REQUIRED', 'TURN_LEFT') },
    { name: 'nod', script: askMovement('CHALLENGE_FAILED', 'NOD') },
    { name: 'two', script: askMovement('CHALLENGE_REQUIRED', 'TURN_LEFT', 'NOD') },
    { name: 'two-again', script: askMovement('CHALLENGE_FAILED', 'NOD', 'TURN_RIGHT') },
  ],
  CHALLENGE_CAMERA: [
    {
      name: 'ready',
      camera: 'FACE',
      script: askMovement('CHALLENGE_REQUIRED', 'TURN_RIGHT', 'NOD'),
      visit: openChallengeCamera,
    },
    {
      name: 'second',
      camera: 'FACE',
      script: askMovement('CHALLENGE_REQUIRED', 'NOD', 'TURN_RIGHT'),
      visit: recordUntilSecond,
    },
  ],
  RESULT: [
    endWith('accepted', { status: 'COMPLETED', nextAction: 'STATUS' }),
    endWith('rejected', {
      status: 'COMPLETED',
      nextAction: 'STATUS',
      reasonCode: 'FACE_MATCH_FAILED',
    }),
    endWith('attempts-used-up', {
      status: 'COMPLETED',
      nextAction: 'STATUS',
      reasonCode: 'MAX_ATTEMPTS_REACHED',
    }),
    endWith('timed-out', { status: 'ERROR', nextAction: 'STATUS', reasonCode: 'SESSION_TIMEOUT' }),
    endWith('failed', {
      status: 'ERROR',
      nextAction: 'STATUS',
      reasonCode: 'GENERIC_SERVICE_ERROR',
    }),
  ],
  SESSION_OVER: [
    {
      script: { ...OF_CARD, targets: failure(401, 'UNAUTHORIZED') },
      visit: async (page) => {
        await page.unroute('**/web/v1/**');
        const errors = [{ code: '110', cause: 'LAUNCH_SESSION_INVALID' }];
        await page.route('**/web/v1/**', (route) =>
          route.fulfill({ status: 401, json: { success: false, errors } }),
        );
        await sendCard(page);
      },
    },
  ],
  LEAVE: [{ visit: leave }, { name: 'phone', script: AS_PHONE, visit: leave }],
  DONE: [
    {
      script: {
        session: { redirect: { success: null, failure: null } },
        before: { status: 'COMPLETED', nextAction: 'EXIT', captures: [] },
      },
    },
    {
      name: 'cancelled',
      script: {
        session: { redirect: { success: null, failure: null } },
        before: {
          status: 'ERROR',
          nextAction: 'EXIT',
          reasonCode: 'CANCELLED_BY_PARTNER',
          captures: [],
        },
      },
    },
  ],
  ...HANDOFF_LOOKS,
};

export const SCENES: readonly Scene[] = Object.entries(LOOKS).flatMap(([screen, looks]) =>
  looks.map((look) => nameScene(screen as ScreenName, look)),
);

function nameScene(screen: ScreenName, { name, ...look }: Look): Scene {
  const base = screen.toLowerCase().replaceAll('_', '-');
  return {
    screen,
    camera: 'NONE',
    script: {},
    fragment: 't=once',
    visit: async () => Promise.resolve(),
    ...look,
    name: name === undefined ? base : `${base}.${name}`,
  };
}
