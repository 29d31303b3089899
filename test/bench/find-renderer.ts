import type { Browser, Page } from 'playwright-core';
import { timeLoop } from './time-loop.js';

interface RenderingProcess {
  readonly type: string;
  readonly id: number;
  readonly cpuTime: number;
}

/** The process that gets busy when the page does; a browser keeps spare ones. */
export async function findRenderer(browser: Browser, page: Page): Promise<number> {
  const before = new Map((await listRenderers(browser)).map(({ id, cpuTime }) => [id, cpuTime]));
  await page.evaluate(timeLoop);
  const spent = (await listRenderers(browser)).map(({ id, cpuTime }) => ({
    id,
    seconds: cpuTime - (before.get(id) ?? 0),
  }));
  const [busiest] = spent.sort((a, b) => b.seconds - a.seconds);
  if (busiest === undefined) throw new Error('The browser has no process for its page.');
  return busiest.id;
}

/** Seconds that a process has kept a processor busy. */
export async function readCpuSeconds(browser: Browser, pid: number): Promise<number> {
  const found = (await listRenderers(browser)).find(({ id }) => id === pid);
  if (found === undefined) throw new Error('The process of the page is gone.');
  return found.cpuTime;
}

async function listRenderers(browser: Browser): Promise<readonly RenderingProcess[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer');
}
