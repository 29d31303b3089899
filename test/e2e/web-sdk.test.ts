import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { initiateFlowAnswer } from '../../contract/schema/initiate-flow.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { press, takePictures } from '../support/capture-app.js';
import type { ContractPartner } from '../support/contract/contract-partner.js';
import { openStage, type ContractStage } from '../support/contract/contract-stage.js';
import { servePartnerPage, type PartnerPage } from '../support/partner-page.js';
import type {} from '../support/platform-context.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../support/specimen-captures.js';

const platform = inject('platform');
const OVERLAY = 'dialog[data-onekyc] iframe';

let browser: BrowserVisits;
let captures: SpecimenCaptures;
let stage: ContractStage;
let shop: PartnerPage;
let partner: ContractPartner;

beforeAll(async () => {
  [browser, captures, stage, shop] = await Promise.all([
    startBrowser(),
    drawSpecimenCaptures(61),
    openStage(platform),
    servePartnerPage(platform.apiUrl),
  ]);
  partner = await stage.createPartner({
    embedOrigins: [shop.origin],
    redirectOrigins: [shop.origin],
    successRedirectionUrl: `${shop.origin}/back`,
    failureRedirectionUrl: `${shop.origin}/back`,
    theme: { light: { accent: '#003366' }, brandName: 'Toko Contoh' },
  });
});

afterAll(async () => {
  await Promise.all([browser.close(), stage.close(), shop.close()]);
  expect(browser.complaints).toEqual([]);
});

interface Completion {
  readonly correlationId: string;
  readonly status: string;
  readonly submissionId?: string;
  readonly error?: { readonly code: string };
}

interface Launched {
  readonly page: Page;
  readonly sessionId: string;
  readonly token: string;
  /** Every `onCompletion` so far. */
  completions(): Promise<readonly Completion[]>;
}

/** Opens the page at `origin`, begins a sandbox session and launches the SDK. */
async function launch(options: object, origin = shop.origin, as = partner): Promise<Launched> {
  const session = stage.begin('SANDBOX-VALID', 'KTP_SCAN', as);
  const { data } = initiateFlowAnswer.parse((await session.initiate()).body);
  const token = 'token' in data ? data.token : '';
  const page = await browser.open('phone');
  await page.goto(origin);
  await page.evaluate(
    (given) => {
      const open = window as unknown as {
        completions: unknown[];
        Kenali: {
          launchKTPScan: (options: object, onCompletion: (completion: unknown) => void) => void;
        };
      };
      open.completions = [];
      open.Kenali.launchKTPScan(given, (completion) => open.completions.push(completion));
    },
    { baseURL: platform.apiUrl, correlationId: session.sessionId, token, theme: null, ...options },
  );
  return {
    page,
    token,
    sessionId: session.sessionId,
    completions: () =>
      page.evaluate(() => (window as unknown as { completions: Completion[] }).completions),
  };
}

const isComplete = ({ page }: Launched) =>
  page.waitForFunction(
    () => (window as unknown as { completions: unknown[] }).completions.length > 0,
  );

describe('the overlay of the Web SDK', () => {
  it('takes a person through a KTP Scan over the page, and completes once', async () => {
    const launched = await launch({ language: 'en' });
    const { page } = launched;
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    const frame = page.frameLocator(OVERLAY);
    await takePictures(frame, [captures.ktp]);
    await frame.locator('h1', { hasText: 'Verification successful' }).waitFor();
    expect(await launched.completions()).toEqual([]);
    await press(frame);
    await isComplete(launched);

    const [completion, ...others] = await launched.completions();
    expect(others).toEqual([]);
    expect(completion).toEqual({
      correlationId: launched.sessionId,
      status: 'COMPLETED',
      submissionId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(await page.locator('dialog').count()).toBe(0);
    expect(page.url()).toBe(`${shop.origin}/`);
    const hosts = new Set(urls.map((url) => new URL(url).origin).filter((one) => one !== 'null'));
    const ours = [shop.origin, platform.apiUrl, new URL(platform.storage.publicUrl).origin];
    expect([...hosts].filter((host) => !ours.includes(host))).toEqual([]);
    expect(urls.filter((url) => url.includes(launched.token))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('wears the theme of the partner, and the launch over it', async () => {
    const theme = { light: { accent: '#660033' }, radius: 4 };
    const { page } = await launch({ theme });
    const frame = page.frameLocator(OVERLAY);
    const button = frame.locator('main button.primary');
    await frame.locator('.brand', { hasText: 'Toko Contoh' }).waitFor();
    const style = await button.evaluate((element) => {
      const { backgroundColor, borderRadius } = getComputedStyle(element);
      return { backgroundColor, borderRadius };
    });
    expect(style).toEqual({ backgroundColor: 'rgb(102, 0, 51)', borderRadius: '4px' });
  });

  it('asks before it closes, and then has not completed', async () => {
    const launched = await launch({ language: 'en' });
    const { page } = launched;
    const frame = page.frameLocator(OVERLAY);
    await press(frame);
    await frame.locator('h1', { hasText: 'Photograph your e-KTP' }).waitFor();
    const close = page.locator('dialog button', { hasText: '×' });
    await close.click();
    await frame.locator('h1', { hasText: 'Leave the verification?' }).waitFor();
    await press(frame);
    await frame.locator('h1', { hasText: 'Photograph your e-KTP' }).waitFor();
    expect(await launched.completions()).toEqual([]);
    await frame.locator('body').press('Escape');
    await frame.locator('h1', { hasText: 'Leave the verification?' }).waitFor();
    await frame.locator('main button.secondary').click();
    await isComplete(launched);
    expect(await launched.completions()).toMatchObject([
      { status: 'NOT_COMPLETED', error: { code: 'GPE-2207' } },
    ]);
  });

  it('keeps the focus inside, and closes at once when it is asked twice', async () => {
    const launched = await launch({});
    const { page } = launched;
    await page.frameLocator(OVERLAY).locator('main button.primary').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.localName);
    await page.locator('dialog button').focus();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      // `body` is the browser's own bar, between the last and the first.
      expect(['iframe', 'button', 'body']).toContain(await focused());
      const isBehind = await page.evaluate(() => document.activeElement?.textContent === 'before');
      expect(isBehind).toBe(false);
    }
    await page.locator('dialog button').click();
    await page.locator('dialog button').click();
    await isComplete(launched);
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await focused()).toBe('body');
    expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe('');
  });
});

describe('the other modes of the Web SDK', () => {
  it('go through a popup, which tells the page and closes', async () => {
    const launched = await launch({ mode: 'popup', language: 'en' });
    const popup = launched.page.context().pages()[1] ?? (await launched.page.waitForEvent('popup'));
    await takePictures(popup, [captures.ktp]);
    await popup.locator('h1', { hasText: 'Verification successful' }).waitFor();
    expect(popup.url()).not.toContain(launched.token);
    await press(popup);
    await isComplete(launched);
    expect(await launched.completions()).toMatchObject([{ status: 'COMPLETED' }]);
    await expect.poll(() => popup.isClosed()).toBe(true);
  });

  it('go by redirect, and come back to an address that tells how it went', async () => {
    const launched = await launch({ mode: 'redirect' });
    const { page } = launched;
    await page.waitForURL((url) => url.origin === platform.apiUrl);
    await takePictures(page, [captures.ktp]);
    await press(page);
    await page.waitForURL((url) => url.origin === shop.origin);
    const completion = await page.evaluate(() => {
      const { Kenali } = window as unknown as {
        Kenali: { readCompletion: (address: string) => unknown };
      };
      return Kenali.readCompletion(location.href);
    });
    expect(completion).toEqual({ correlationId: launched.sessionId, status: 'COMPLETED' });
  });
});
