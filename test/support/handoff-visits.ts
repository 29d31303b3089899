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

/** Pictures that a phone's camera takes of a screen before it is put away. */
const MOST_PICTURES = 5;

/**
 * What a phone's camera would read from the screen: nothing is taken from the document. Like a camera it
 * looks again where the screen was still coming.
 */
export async function scanCode(page: Page): Promise<string> {
  await page.locator('main svg[role=img]').waitFor();
  for (let picture = 1; ; picture += 1) {
    const image = await decodeImage(await page.screenshot());
    try {
      return decodeQR(image, { effort: Infinity, timeLimit: Infinity });
    } catch (error) {
      if (picture === MOST_PICTURES) throw error;
    }
  }
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
