import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parseSandboxUserId } from '../../contract/sandbox.js';
import { QUALITY_CODES, TECHNICAL_CODES, VERDICT_CODES } from '../../contract/reason-code.js';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { choosePictures, goBackToPartner, takePictures } from '../support/capture-app.js';
import { startOutcome } from '../support/start-outcome.js';

const shop = inject('platform').samplePartnerUrl;

let browser: BrowserVisits;
let picture: Uint8Array;

beforeAll(async () => {
  browser = await startBrowser();
  picture = (await drawSpecimen({ seed: 51 })).jpeg;
});

afterAll(async () => {
  await browser.close();
  expect(browser.complaints).toEqual([]);
});

/** What the page shows once the callback has arrived. */
async function readRows(page: Page): Promise<Record<string, string>> {
  await page.locator('#row-callback:not(.quiet)').waitFor();
  const names = ['status', 'result', 'reasonCode', 'redirect'];
  const rows = names.map(async (name) => [name, await page.innerText(`#row-${name}`)] as const);
  return Object.fromEntries(await Promise.all(rows));
}

describe('the sandbox pages of the sample partner', () => {
  it('list every user id of the grammar', async () => {
    const page = await browser.open('desk');
    await page.goto(`${shop}/sandbox`);
    const links = page.locator('.outcome-link');
    await links.first().waitFor();
    const listIds = () =>
      links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!.split('/').pop()!));
    const retried = [...QUALITY_CODES, ...VERDICT_CODES];
    const expected = [
      'SANDBOX-VALID',
      ...VERDICT_CODES.map((code) => `SANDBOX-INVALID-${code}`),
      ...TECHNICAL_CODES.map((code) => `SANDBOX-ERROR-${code}`),
      ...retried.map((code) => `SANDBOX-RETRY-${code}`),
      ...retried.map((code) => `SANDBOX-EXHAUST-${code}`),
    ];
    expect(await listIds()).toEqual(expected);
    await page.check('#delayed');
    const delayed = await listIds();
    expect(delayed).toEqual(expected.map((userId) => `${userId}-AFTER-5`));
    expect(delayed.filter((userId) => parseSandboxUserId(userId) === null)).toEqual([]);
    await links.last().click();
    await page.locator('#user-id:not(:empty)').waitFor();
    expect(await page.innerText('#user-id')).toBe(delayed.at(-1));
  });

  it('show an acceptance', async () => {
    const page = await startOutcome(browser, 'SANDBOX-VALID');
    await takePictures(page, [picture]);
    await goBackToPartner(page);
    expect(await readRows(page)).toEqual({
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: 'null',
      redirect: 'success address, status=COMPLETED',
    });
  });

  it('show a rejection, which comes back to the success address', async () => {
    const page = await startOutcome(browser, 'SANDBOX-INVALID-FACE_MATCH_FAILED');
    await takePictures(page, [picture, picture]);
    await goBackToPartner(page);
    expect(await readRows(page)).toEqual({
      status: 'COMPLETED',
      result: 'INVALID',
      reasonCode: 'FACE_MATCH_FAILED',
      redirect: 'success address, status=COMPLETED',
    });
  });

  it('show a technical failure, which comes back to the failure address', async () => {
    const page = await startOutcome(browser, 'SANDBOX-ERROR-GENERIC_SERVICE_ERROR');
    await takePictures(page, [picture]);
    await goBackToPartner(page);
    expect(await readRows(page)).toEqual({
      status: 'ERROR',
      result: 'null',
      reasonCode: 'GENERIC_SERVICE_ERROR',
      redirect: 'failure address, status=ERROR&error_code=GENERIC_SERVICE_ERROR',
    });
  });

  it('show that a blurred picture is asked for again and the next accepted', async () => {
    const page = await startOutcome(browser, 'SANDBOX-RETRY-KTP_BLURRY');
    await takePictures(page, [picture]);
    await choosePictures(page, [picture]);
    await goBackToPartner(page);
    expect(await readRows(page)).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
  });
});
