import { openCaptureShelf } from './capture-shelf.js';
import { createCaptureVault, type CaptureVault } from './capture-vault.js';

/** @throws where the browser has no database or, on an insecure page, no cryptography */
export async function openVault(publicId: string): Promise<CaptureVault> {
  // Typed as always present.
  if (!('indexedDB' in window) || !('subtle' in crypto)) {
    throw new DOMException('Nothing can be locked up here.', 'NotSupportedError');
  }
  const shelf = await openCaptureShelf(indexedDB);
  return createCaptureVault({ shelf, crypto, publicId, now: () => Date.now() });
}
