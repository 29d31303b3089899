import type { Page } from 'playwright-core';
import type { HandoffScreen } from '../../web/src/handoff/handoff-screen.js';
import { failure } from '../../web/src/testing/fake-service.js';
import { press } from '../support/capture-app.js';
import { openCamera } from './acts.js';
import type { Look } from './scene.js';
import type { Script } from './scripted-service.js';

/** A phone may take over. */
export const WITH_PHONE: Script = { session: { qr: { allowed: true, forced: false } } };
/** A phone that took over. */
export const AS_PHONE: Script = { session: { role: 'HANDOFF' } };
const WAITING = { handoff: { state: 'WAITING' } };
const ENDED_WELL = { status: 'COMPLETED', nextAction: 'EXIT', captures: [] };
const waitFor = (state: string): Script => ({ ...WITH_PHONE, before: { handoff: { state } } });
const refuseCode = (cause: string): Look => ({
  name: cause.toLowerCase().replaceAll('_', '-'),
  fragment: 'h=once',
  script: { launch: failure(401, cause) },
});
/** Only an open session can be left: before, the last button is the language. */
export const leave = async (page: Page): Promise<void> => {
  await page.locator('main button.primary').waitFor();
  await page.locator('header button').last().click();
};

/** Every screen of a hand-off, on either device. */
export const HANDOFF_LOOKS: Readonly<Record<HandoffScreen['name'], readonly Look[]>> = {
  HANDOFF_CODE: [
    { name: 'no-camera', script: waitFor('WAITING') },
    {
      name: 'address',
      script: waitFor('WAITING'),
      // Not by a click: the focus stays at the heading, as on every screen.
      visit: async (page) => {
        await page.locator('details').evaluate((details) => {
          details.setAttribute('open', '');
        });
      },
    },
    { name: 'camera', camera: 'DENIED', script: waitFor('WAITING') },
    {
      name: 'forced',
      camera: 'DENIED',
      script: { session: { qr: { allowed: true, forced: true } }, before: WAITING },
    },
    { name: 'preparing', script: { ...WITH_PHONE, code: 'HOLD' } },
  ],
  HANDOFF_FOLLOW: [
    { name: 'opened', script: waitFor('OPENED') },
    { name: 'captured', script: waitFor('CAPTURED') },
  ],
  HANDOFF_ENDED: [
    { name: 'no-camera', script: waitFor('ENDED') },
    {
      name: 'camera',
      camera: 'DENIED',
      script: waitFor('ENDED'),
      visit: async (page) => {
        await openCamera(page);
        await press(page);
      },
    },
  ],
  HANDOFF_TROUBLE: [{ script: { ...WITH_PHONE, code: failure(403, 'HANDOFF_NOT_ALLOWED') } }],
  HANDED_BACK: [
    { name: 'completed', script: { ...AS_PHONE, before: ENDED_WELL } },
    {
      name: 'failed',
      script: { ...AS_PHONE, before: { ...ENDED_WELL, status: 'ERROR' } },
    },
    {
      name: 'stopped',
      script: AS_PHONE,
      visit: async (page) => {
        await leave(page);
        await page.locator('main button.secondary').click();
      },
    },
  ],
  CODE_REFUSED: [
    'HANDOFF_CODE_ALREADY_USED',
    'HANDOFF_CODE_EXPIRED',
    'HANDOFF_CODE_INVALID',
    'SUBMISSION_ALREADY_FINISHED',
    'HANDOFF_ENDED',
  ].map(refuseCode),
};
