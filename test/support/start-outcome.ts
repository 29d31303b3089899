import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { BrowserVisits } from './browser-visits.js';
import type {} from './platform-context.js';

/** Opens the sample partner's page of a sandbox outcome on a phone and starts its session. */
export async function startOutcome(browser: BrowserVisits, userId: string): Promise<Page> {
  const page = await browser.open('phone');
  await page.goto(`${inject('platform').samplePartnerUrl}/sandbox/${userId}`);
  await page.click('#start');
  return page;
}
