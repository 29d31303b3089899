import type { Page } from 'playwright-core';

/** On the page's clock, in milliseconds. */
export interface CaptureTimes {
  /** The page asked for the camera. */
  askedMs: number;
  /** The browser gave it. */
  grantedMs: number;
  /** The picture is shown. */
  readyMs: number;
  /** Frames that the worker has answered. */
  readings: number;
}

declare global {
  interface Window {
    readonly captureTimes: CaptureTimes;
  }
}

/** Notes from outside of the app when its camera opens and how often its worker answers. */
export async function watchCapture(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const times: CaptureTimes = { askedMs: 0, grantedMs: 0, readyMs: 0, readings: 0 };
    Object.assign(window, { captureTimes: times });
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wishes) => {
      times.askedMs = performance.now();
      const stream = await open(wishes);
      times.grantedMs = performance.now();
      return stream;
    };
    const AppWorker = window.Worker;
    window.Worker = class extends AppWorker {
      constructor(...options: ConstructorParameters<typeof AppWorker>) {
        super(...options);
        this.addEventListener('message', () => (times.readings += 1));
      }
    };
    const watcher = new MutationObserver(() => {
      if (times.readyMs === 0 && document.querySelector('video.ready') !== null) {
        times.readyMs = performance.now();
      }
    });
    watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['class'] });
  });
}
