import type { Browser, Page } from 'playwright-core';
import { timeLoop } from './time-loop.js';

/** Length of a turn in which the process runs for its share and stands still for the rest. */
const TURN_MS = 20;

/**
 * Slows a page and its workers down by so many times, until the answer is called.
 *
 * `Emulation.setCPUThrottlingRate` of the DevTools protocol slows the page's own thread alone, as the
 * loop in the worker shows. So the whole process of the page is stopped and continued in turns: all
 * its threads run for a share of the time. Browser, compositor and camera are other processes and
 * keep their speed.
 */
export async function throttleRenderer(
  browser: Browser,
  page: Page,
  times: number,
): Promise<() => void> {
  if (times === 1) return () => undefined;
  const pid = await findRenderer(browser, page);
  let isOver = false;
  const turn = (): void => {
    if (isOver) return;
    process.kill(pid, 'SIGCONT');
    setTimeout(() => {
      if (isOver) return;
      process.kill(pid, 'SIGSTOP');
      setTimeout(turn, TURN_MS * (1 - 1 / times));
    }, TURN_MS / times);
  };
  turn();
  return () => {
    isOver = true;
    process.kill(pid, 'SIGCONT');
  };
}

interface RenderingProcess {
  readonly type: string;
  readonly id: number;
  readonly cpuTime: number;
}

/** The process that gets busy when the page does; a browser keeps spare ones. */
async function findRenderer(browser: Browser, page: Page): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const list = async (): Promise<readonly RenderingProcess[]> =>
    (await session.send('SystemInfo.getProcessInfo')).processInfo.filter(
      ({ type }) => type === 'renderer',
    );
  const before = new Map((await list()).map(({ id, cpuTime }) => [id, cpuTime]));
  await page.evaluate(timeLoop);
  const spent = (await list()).map(({ id, cpuTime }) => ({
    id,
    seconds: cpuTime - (before.get(id) ?? 0),
  }));
  await session.detach();
  const [busiest] = spent.sort((a, b) => b.seconds - a.seconds);
  if (busiest === undefined) throw new Error('The browser has no process for its page.');
  return busiest.id;
}
