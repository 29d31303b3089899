import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { initiateFlowAnswer } from '../../contract/schema/initiate-flow.js';
import { sdkLaunchAnswer } from '../../contract/schema/embed.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { openStage, type ContractStage } from '../support/contract/contract-stage.js';
import { call, refusalsOf } from '../support/contract/wire.js';
import { servePartnerPage, type PartnerPage } from '../support/partner-page.js';
import type {} from '../support/platform-context.js';

const { apiUrl } = inject('platform');
const SHOP = 'https://shop.example';
const LAUNCH = 'POST /web/v1/sdk/launch';

let browser: BrowserVisits;
let stage: ContractStage;
let hostile: PartnerPage;
let launchUrl: string;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  [browser, stage, hostile] = await Promise.all([
    startBrowser(),
    openStage(inject('platform')),
    servePartnerPage(apiUrl),
  ]);
  const partner = await stage.createPartner({ embedOrigins: [SHOP] });
  const session = stage.begin('SANDBOX-VALID', 'KTP_SCAN', partner);
  const { data } = initiateFlowAnswer.parse((await session.initiate()).body);
  headers = {
    'x-onekyc-token': 'token' in data ? data.token : '',
    'x-partner-session-id': session.sessionId,
    'x-sdk-session-id': 'sdk-1',
  };
  const body = { flow: 'KTP_SCAN', mode: 'OVERLAY' };
  const answer = await call(apiUrl, LAUNCH, { ...headers, origin: SHOP }, body);
  ({ launchUrl } = sdkLaunchAnswer.parse(answer.body).data);
});

afterAll(() => Promise.all([browser.close(), stage.close(), hostile.close()]));

/** A hostile page that keeps every message it hears. */
async function openHostile(): Promise<Page> {
  const page = await browser.open('desk');
  await page.goto(hostile.origin);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.addEventListener('message', ({ data }) => heard.push(data));
  });
  return page;
}

const heardBy = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

const asHostile = () => {
  const url = new URL(launchUrl);
  url.searchParams.set('embed', hostile.origin);
  return url.href;
};

describe('a page of an origin that is not registered', () => {
  it.each([
    ['under its own name', asHostile],
    ['under the name of one that is', () => launchUrl],
  ])('is not let frame the capture app %s', async (_, address) => {
    const page = await openHostile();
    const barred = page.waitForEvent('console', {
      predicate: (message) => message.text().includes('frame-ancestors'),
    });
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, address());
    await barred;
    const [, frame] = page.frames();
    expect(await frame!.locator('#app').count()).toBe(0);
    expect(await heardBy(page)).toEqual([]);
  });

  it('is told nothing by a popup, which shows that it cannot be opened here', async () => {
    const page = await openHostile();
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((url) => void window.open(url), asHostile()),
    ]);
    await popup
      .locator('h1', { hasText: 'The verification cannot be opened here' })
      .waitFor({ timeout: 30_000 });
    expect(await heardBy(page)).toEqual([]);
  });

  it('gets no address of the capture app, though it has the token', async () => {
    const page = await openHostile();
    const completion = await page.evaluate(
      ([baseURL, token, correlationId]) =>
        new Promise((resolve) => {
          const { Kenali } = window as unknown as {
            Kenali: {
              launchKtpScan: (options: object, onCompletion: (given: unknown) => void) => void;
            };
          };
          Kenali.launchKtpScan({ baseURL, token, correlationId }, resolve);
        }),
      [apiUrl, headers['x-onekyc-token']!, headers['x-partner-session-id']!],
    );
    expect(completion).toMatchObject({
      status: 'ERROR',
      error: { code: 'GPE-2201', reason: 'EMBED_ORIGIN_NOT_REGISTERED' },
    });
    const body = { flow: 'KTP_SCAN', mode: 'REDIRECT' };
    const refused = await call(apiUrl, LAUNCH, { ...headers, origin: hostile.origin }, body);
    expect(refusalsOf(refused)).toEqual(['403 903 EMBED_ORIGIN_NOT_REGISTERED']);
  });
});
