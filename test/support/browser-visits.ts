import { chromium, type Browser, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { browserArguments } from './browser-arguments.js';
import type {} from './start-browser-platform.js';

/** Windows of one browser, each with its own cookies: a person on a device. */
export interface BrowserVisits {
  open(device: 'phone' | 'desk'): Promise<Page>;
  /** What pages have complained of: uncaught errors and requests that were barred. */
  readonly complaints: string[];
  close(): Promise<void>;
}

const SIZES = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 800 },
} as const;

export interface BrowserOptions {
  /** A motion JPEG that the browser's camera shows over and over; without one it has none. */
  readonly cameraClip?: string;
  /** It has a camera and lets no page see it. */
  readonly deniesCamera?: boolean;
}

export async function startBrowser({
  cameraClip,
  deniesCamera = false,
}: BrowserOptions = {}): Promise<BrowserVisits> {
  const clipCamera = cameraClip === undefined ? 'NONE' : { clip: cameraClip };
  const browser: Browser = await chromium.launch({
    executablePath: inject('chromium'),
    args: browserArguments(deniesCamera ? 'DENIED' : clipCamera),
  });
  const complaints: string[] = [];
  return {
    complaints,
    async open(device) {
      const context = await browser.newContext({ viewport: SIZES[device], locale: 'en-US' });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
      });
      return page;
    },
    close: () => browser.close(),
  };
}
