import { decodeQR } from 'qr/decode.js';
import type { Page } from 'playwright-core';
import { decodeImage } from '../../models/image/decode-image.js';
import { initiateFlowAnswer } from '../../contract/schema/initiate-flow.js';
import { PARTNER_ORIGIN, REDIRECTS } from './contract/contract-stage.js';
import type { ContractSession } from './contract/contract-session.js';

/** Initiates with the given Smart QR and opens the launch URL, as the partner's page would. */
export async function openLaunch(
  page: Page,
  session: ContractSession,
  smartQr: { readonly allowQr?: boolean; readonly forceQr?: boolean },
): Promise<void> {
  // The partner of this stage has no server: its pages are anything that loads.
  await page.route(`${PARTNER_ORIGIN}/**`, (route) =>
    route.fulfill({ contentType: 'text/plain', body: 'Back at the partner.' }),
  );
  const body = { source: 'WEB_SDK', ...REDIRECTS, additionalDetails: smartQr };
  const { data } = initiateFlowAnswer.parse((await session.initiate(body)).body);
  if (!('launchUrl' in data)) throw new Error('Initiate answered no launch URL.');
  await page.goto(data.launchUrl);
}

/** What a phone's camera would read from the screen: nothing is taken from the document. */
export async function scanCode(page: Page): Promise<string> {
  await page.locator('main svg[role=img]').waitFor();
  return decodeQR(await decodeImage(await page.screenshot()), {
    effort: Infinity,
    timeLimit: Infinity,
  });
}

/** Waits for a screen by its heading, in Indonesian or English. */
export async function waitForHeading(page: Page, heading: RegExp): Promise<void> {
  await page.locator('h1', { hasText: heading }).waitFor();
}

/** The query that the partner's page was opened with, as pairs. */
export async function readRedirect(page: Page): Promise<readonly string[]> {
  await page.waitForURL((url) => url.origin === PARTNER_ORIGIN);
  const { pathname, search } = new URL(page.url());
  return [pathname, ...search.slice(1).split('&')];
}
