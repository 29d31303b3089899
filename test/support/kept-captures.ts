import type { Page } from 'playwright-core';

/** What the browser's database shows of a capture to whoever opens it. */
export interface RawCapture {
  readonly isKeyReadable: boolean;
  /** As characters of one byte each. */
  readonly sealed: string;
}

/** Reads the captures that the app keeps on the device, as they lie there. */
export async function readKeptCaptures(page: Page): Promise<RawCapture[]> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    // Opening one that is not there would make an empty one in its place.
    if (!databases.some(({ name }) => name === 'kenali-captures')) return [];
    interface Record {
      readonly deviceKey: CryptoKey;
      readonly sealed: ArrayBuffer;
    }
    const records = await new Promise<Record[]>((resolve) => {
      const request = indexedDB.open('kenali-captures');
      request.onsuccess = () => {
        const captures = request.result.transaction('captures').objectStore('captures');
        captures.getAll().onsuccess = ({ target }) => {
          request.result.close();
          resolve((target as IDBRequest<Record[]>).result);
        };
      };
    });
    return records.map(({ deviceKey, sealed }) => ({
      isKeyReadable: deviceKey.extractable,
      sealed: new TextDecoder('latin1').decode(sealed),
    }));
  });
}

export async function waitUntilKept(page: Page, count: number): Promise<void> {
  while ((await readKeptCaptures(page)).length !== count) await page.waitForTimeout(50);
}
