import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { choosePictures, press } from '../support/capture-app.js';
import { openStage, type ContractStage } from '../support/contract/contract-stage.js';
import { openLaunch, readRedirect, scanCode, waitForHeading } from '../support/handoff-visits.js';
import type {} from '../support/platform-context.js';

const CODE = /^(Lanjutkan di ponsel|Continue on your phone)$/;
const FOLLOWS = /^(Lanjutkan di ponsel Anda|Go on with your phone)$/;
const DISCONNECTED = /^(Ponsel ini sudah dilepas|This phone is disconnected)$/;
const SELFIE_GUIDE = /^(Ambil selfie|Take a selfie)$/;
const ADDRESS = /\/s\/[\w-]{22}#h=[\w-]{43}$/;

let stage: ContractStage;
let withoutCamera: BrowserVisits;
/** It has a camera, and every page is denied it. */
let denying: BrowserVisits;
let card: Uint8Array;

beforeAll(async () => {
  [stage, withoutCamera, denying] = await Promise.all([
    openStage(inject('platform')),
    startBrowser(),
    startBrowser({ deniesCamera: true }),
  ]);
  card = (await drawSpecimen({ seed: 51 })).jpeg;
});

afterAll(async () => {
  await Promise.all([withoutCamera.close(), denying.close(), stage.close()]);
  expect([...withoutCamera.complaints, ...denying.complaints]).toEqual([]);
});

/** Opens what the desktop's picture says on a phone. */
async function takeOver(desktop: Page): Promise<Page> {
  const phone = await withoutCamera.open('phone');
  await phone.goto(await scanCode(desktop));
  await phone.locator('main button.primary').waitFor();
  return phone;
}

/** Opens the camera for the selfie, is denied it and goes on with a phone. */
async function showCodeForSelfie(desktop: Page): Promise<void> {
  await waitForHeading(desktop, SELFIE_GUIDE);
  await press(desktop);
  await waitForHeading(desktop, /^(Kamera belum diizinkan|The camera is not allowed)$/);
  await press(desktop);
  await waitForHeading(desktop, CODE);
}

describe('a desktop without a camera', () => {
  it('shows a code, follows the phone that scans it and goes back to the partner', async () => {
    const session = stage.begin('SANDBOX-VALID');
    const desktop = await withoutCamera.open('desk');
    await openLaunch(desktop, session, { allowQr: true });
    await waitForHeading(desktop, CODE);
    const address = await scanCode(desktop);
    expect(address).toMatch(ADDRESS);
    expect(await desktop.locator('main .actions button').count()).toBe(0);

    const phone = await takeOver(desktop);
    expect(phone.url()).not.toContain('#');
    await waitForHeading(desktop, FOLLOWS);
    await desktop.reload();
    await waitForHeading(desktop, FOLLOWS);
    await phone.reload();
    await press(phone);
    await choosePictures(phone, [card]);

    await waitForHeading(desktop, /^(Verifikasi berhasil|Verification successful)$/);
    await waitForHeading(phone, /^(Selesai\. Kembali ke komputer|Done\. Go back to your)/);
    expect(await phone.locator('main button, main a').count()).toBe(0);
    await press(desktop);
    expect(await readRedirect(desktop)).toEqual([
      '/done',
      'ref=7',
      'status=COMPLETED',
      `partner_session_id=${session.sessionId}`,
    ]);

    const stranger = await withoutCamera.open('phone');
    await stranger.goto(address);
    await waitForHeading(stranger, /^(Verifikasi ini sudah berakhir|This verification has ended)$/);
  });

  it('offers another code when the phone stops, and leaves with PENDING', async () => {
    const session = stage.begin('SANDBOX-VALID');
    const desktop = await withoutCamera.open('desk');
    await desktop.emulateMedia({ colorScheme: 'dark' });
    await openLaunch(desktop, session, { allowQr: true });
    const first = await scanCode(desktop);
    const phone = await takeOver(desktop);
    await waitForHeading(desktop, FOLLOWS);
    await phone.locator('header button.tool').last().click();
    await phone.locator('main button.secondary').click();
    await waitForHeading(phone, /^(Dihentikan di ponsel ini|Stopped on this phone)$/);

    await waitForHeading(desktop, /^(Dihentikan di ponsel|Stopped on the phone)$/);
    await press(desktop);
    await waitForHeading(desktop, CODE);
    const second = await scanCode(desktop);
    expect(second).not.toBe(first);
    await phone.reload();
    await waitForHeading(phone, DISCONNECTED);
    // Another code, opened in the same tab, changes the fragment alone.
    await phone.goto(first);
    await waitForHeading(phone, /^(Kode ini sudah dipakai|This code has already been used)$/);

    await desktop.locator('header button.tool').last().click();
    await desktop.locator('main button.secondary').click();
    expect(await readRedirect(desktop)).toEqual([
      '/failed',
      'status=ERROR',
      `partner_session_id=${session.sessionId}`,
      'error_code=PENDING',
    ]);
    await phone.goto(second);
    await waitForHeading(phone, /^(Kode ini sudah kedaluwarsa|This code has expired)$/);
  });
});

describe('a desktop with a camera', () => {
  it('that is denied after the card leaves the selfie to the phone, and can take over', async () => {
    const session = stage.begin('SANDBOX-VALID', 'KYC_LITE');
    const desktop = await denying.open('desk');
    await openLaunch(desktop, session, { allowQr: true });
    await press(desktop);
    await choosePictures(desktop, [card]);
    await showCodeForSelfie(desktop);
    const first = await takeOver(desktop);
    await waitForHeading(desktop, FOLLOWS);
    await desktop.locator('main button.secondary').click();
    await waitForHeading(desktop, /^(Ponsel sudah dilepas|The phone is disconnected)$/);
    await waitForHeading(first, DISCONNECTED);

    await desktop.locator('main button.secondary').click();
    await showCodeForSelfie(desktop);
    const second = await takeOver(desktop);
    await press(second);
    await waitForHeading(second, SELFIE_GUIDE);
    await choosePictures(second, [card]);
    await press(desktop);
    expect((await readRedirect(desktop))[0]).toBe('/done');
  });

  it('shows a code all the same where the partner forces it', async () => {
    const desktop = await denying.open('desk');
    await openLaunch(desktop, stage.begin('SANDBOX-VALID'), { forceQr: true });
    await waitForHeading(desktop, CODE);
    const address = await scanCode(desktop);
    expect(address).toMatch(ADDRESS);
    expect(await desktop.locator('main .actions button').count()).toBe(0);
    // Pasted into another tab the address makes no phone of the desktop.
    const tab = await desktop.context().newPage();
    await tab.goto(address);
    await waitForHeading(tab, CODE);
    expect(await scanCode(tab)).not.toBe(address);
  });

  it('goes straight to the flow where a code is only allowed', async () => {
    const desktop = await denying.open('desk');
    await openLaunch(desktop, stage.begin('SANDBOX-VALID'), { allowQr: true });
    await waitForHeading(desktop, /^(Kenalkan diri Anda|Let’s verify it’s you)$/);
  });
});
