import { MAX_CAPTURE_BYTES } from '../../contract/capture.js';
import type { OutboundClient } from '../outbound/outbound-client.js';
import { REFERENCE_TIMEOUT_MS } from './ask-for-image-url.js';
import { recogniseImage, type ImageType } from '../../contract/image-type.js';
import {
  failureOfSilence,
  failureOfStatus,
  unavailableForGood,
  unavailableNow,
} from './unavailable.js';

export interface ImageAddress {
  readonly url: string;
  /** Hosts that the image may come from, with a port where it matters; empty for any. */
  readonly imageHosts: readonly string[];
  readonly privateNetworks: readonly string[];
}

export interface DownloadedImage {
  readonly bytes: Uint8Array;
  readonly type: ImageType;
}

/**
 * Fetches an image that the partner has named, without the partner's static headers: they are for
 * its own server alone.
 *
 * @throws ApplicationFailure of type `ReferenceImageUnavailable`
 */
export async function downloadImage(
  client: OutboundClient,
  { url, imageHosts, privateNetworks }: ImageAddress,
): Promise<DownloadedImage> {
  if (!isHostAllowed(url, imageHosts)) {
    throw unavailableForGood('the image is at a host that the partner has not registered');
  }
  const answer = await client.send({
    url,
    method: 'GET',
    headers: { accept: 'image/jpeg, image/png', 'user-agent': 'kenali-reference-image' },
    timeoutMs: REFERENCE_TIMEOUT_MS,
    maxBytes: MAX_CAPTURE_BYTES,
    privateNetworks,
  });
  if (answer.httpStatus === null) throw failureOfSilence('the host of an image', answer);
  const { httpStatus, body, bodyEnd } = answer;
  if (httpStatus !== 200) {
    throw failureOfStatus(httpStatus, `the host of an image answered status ${String(httpStatus)}`);
  }
  if (bodyEnd === 'TOO_LARGE') throw unavailableForGood('the image is too large');
  if (bodyEnd === 'BROKEN_OFF') throw unavailableNow('the image broke off');
  // Stores often name no type, or any: the bytes tell.
  const type = recogniseImage(body);
  if (type === null) throw unavailableForGood('the image is neither JPEG nor PNG');
  return { bytes: body, type };
}

function isHostAllowed(url: string, imageHosts: readonly string[]): boolean {
  if (imageHosts.length === 0) return true;
  const { host, hostname } = new URL(url);
  const allowed = imageHosts.map((imageHost) => imageHost.toLowerCase());
  return allowed.includes(host) || allowed.includes(hostname);
}
