import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { goBackToPartner, press, takePictures } from '../support/capture-app.js';
import type {} from '../support/platform-context.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../support/specimen-captures.js';

const shop = inject('platform').samplePartnerUrl;

/** The sample registry knows the person of this drawn card, see `examples/partner/loan/`. */
const REGISTERED_SEED = 1;

let browser: BrowserVisits;
let captures: SpecimenCaptures;

beforeAll(async () => {
  [browser, captures] = await Promise.all([startBrowser(), drawSpecimenCaptures(41)]);
});

afterAll(async () => {
  await browser.close();
  expect(browser.complaints).toEqual([]);
});

/** The text of the element once it is shown. */
async function textOf(page: Page, selector: string): Promise<string> {
  const element = page.locator(selector).first();
  await element.waitFor({ timeout: 60_000 });
  return (await element.innerText()).trim();
}

describe('the pages of the sample partner', () => {
  it('fill a sign-up form from a KTP Scan, with the NIK masked until it is touched', async () => {
    const page = await browser.open('phone');
    await page.goto(`${shop}/signup`);
    await page.click('#scan');
    await takePictures(page, [captures.ktp]);
    await goBackToPartner(page);
    await page.locator('#signup').waitFor();

    const { nik, name, dateOfBirth } = captures.truth;
    expect(await page.inputValue('[name=name]')).toBe(name);
    expect(await page.inputValue('[name=dateOfBirth]')).toBe(dateOfBirth);
    expect(await page.inputValue('[name=nik]')).toBe(`••••••••••••${nik!.slice(-4)}`);
    await page.focus('[name=nik]');
    expect(await page.inputValue('[name=nik]')).toBe(nik);

    await page.fill('[name=name]', 'NAMA LAIN');
    await page.click('#create');
    expect(await textOf(page, '.wrong .hint')).toContain('e-mail');
    await page.fill('[name=email]', 'somebody@shop.example');
    await page.click('#create');
    expect(await textOf(page, '#account-number')).toMatch(/^TC-\d{6}$/);
    expect(await textOf(page, '#account-corrected')).toContain('name');
    expect(await page.locator('.calls .is-done').count()).toBe(5);
  });

  it('ask a registry for the loan of the person on the card, and show its answers', async () => {
    const page = await browser.open('phone');
    const { jpeg } = await drawSpecimen({ seed: REGISTERED_SEED, condition: 'photo' });
    await page.goto(`${shop}/loan`);
    await page.click('#scan');
    const overlay = page.frameLocator('dialog iframe');
    await takePictures(overlay, [jpeg]);
    await press(overlay);

    await page.locator('#application').waitFor();
    const nik = '[name=nik]';
    const answers: string[] = [];
    const changes = [
      async () => Promise.resolve(),
      () => page.fill('[name=name]', 'NAMA LAIN'),
      () => page.fill(nik, '0000000000000000'),
      () => page.fill(nik, '2103195601859983'),
    ];
    for (const change of changes) {
      await change();
      await page.click('#apply');
      answers.push(await textOf(page, '#outcome-code'));
      await page.click('#change');
    }
    expect(answers).toEqual(['MATCH', 'MISMATCH', 'NOT FOUND', 'UNAVAILABLE']);
  });

  it('refuse a seller with another face, accept the right one and know the face again', async () => {
    const page = await browser.open('phone');
    await page.goto(`${shop}/seller`);
    await page.click('#start');
    await takePictures(page, [captures.ktp, captures.otherSelfie]);
    await goBackToPartner(page);
    expect(await textOf(page, '#refused-what')).toContain('does not look like');

    await page.click('#again');
    await takePictures(page, [captures.ktp, captures.selfie]);
    await goBackToPartner(page);
    await page.locator('#checks li').first().waitFor();
    expect(await page.locator('#checks li').count()).toBe(3);

    await page.click('text=Log in with your face');
    await page.locator('#customers input[type=file]').setInputFiles({
      name: 'photograph.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(captures.selfie),
    });
    await page.locator('#customers button').click();
    await takePictures(page, [captures.selfie]);
    await goBackToPartner(page);
    expect(await textOf(page, '[data-part=done] h2')).toBe('Good to see you again');
  });

  it('believe no address that claims to come back with success', async () => {
    const page = await browser.open('phone');
    const answer = await page.request.post(`${shop}/api/sessions`, {
      data: { showcase: 'seller' },
    });
    const { partnerSessionId } = (await answer.json()) as { partnerSessionId: string };
    const lie = new URLSearchParams({
      status: 'COMPLETED',
      result: 'VALID',
      partner_session_id: partnerSessionId,
    });
    await page.goto(`${shop}/return/success?${lie.toString()}`);
    expect(await textOf(page, '#waiting-title')).toBe('One moment …');
    const session = await page.request.get(`${shop}/api/sessions/${partnerSessionId}`);
    expect(await session.json()).toMatchObject({ state: 'WAITING', result: null });
  });

  it('print a badge at the desk for a visitor who was verified on the phone', async () => {
    const desk = await browser.open('desk');
    await desk.goto(`${shop}/kiosk`);
    await desk.fill('[name=host]', 'Ratna');
    await desk.check('[value=INITIALS]');
    await desk.click('#check-in');
    await desk.locator('#qr').waitFor();
    await desk.locator('#qr').evaluate((image: HTMLImageElement) => image.decode());
    const address = await desk.locator('#phone-link a').getAttribute('href');

    const phone = await browser.open('phone');
    await phone.goto(address!);
    await takePictures(phone, [captures.ktp, captures.selfie]);
    await goBackToPartner(phone);
    expect(await textOf(phone, 'h1')).toBe('Thank you');

    const initials = captures.truth.name!.split(' ').map((word) => `${word[0]!}.`);
    expect(await textOf(desk, '#badge-name')).toBe(initials.join(' '));
    expect(await textOf(desk, '#badge-host')).toBe('Ratna');
    expect(await desk.content()).not.toContain(captures.truth.nik);
  });
});
