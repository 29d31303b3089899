import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { press, takePictures } from '../support/capture-app.js';
import type {} from '../support/platform-context.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../support/specimen-captures.js';

const shop = inject('platform').samplePartnerUrl;

let browser: BrowserVisits;
let captures: SpecimenCaptures;

beforeAll(async () => {
  [browser, captures] = await Promise.all([startBrowser(), drawSpecimenCaptures(61)]);
});

afterAll(async () => {
  await browser.close();
  expect(browser.complaints).toEqual([]);
});

const frameOf = (page: Page) => page.frameLocator('dialog[data-onekyc] iframe');

async function openLoan(): Promise<Page> {
  const page = await browser.open('phone');
  await page.goto(`${shop}/loan`);
  await page.click('#scan');
  await frameOf(page).locator('main button.primary').waitFor();
  return page;
}

describe('the overlay of the Web SDK', () => {
  it('scans a card over the page of a partner, to a form that is filled', async () => {
    const page = await openLoan();
    const frame = frameOf(page);
    await takePictures(frame, [captures.ktp]);
    await press(frame);
    await page.locator('#application').waitFor();
    expect(new URL(page.url()).pathname).toBe('/loan');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await page.inputValue('[name=name]')).toBe(captures.truth.name);
  });
});
