import { isEmbedOrigin } from '../../contract/embedding.js';

export interface LaunchUrl {
  /** Empty where the page was not opened at `/s/:publicId`; the service then refuses it. */
  readonly publicId: string;
  readonly launchToken: string | null;
  /** What a QR picture carries in its place, for a phone that takes over. */
  readonly handoffCode: string | null;
  /** Origin of the page around, or before, this one, where the Web SDK has opened it. */
  readonly embedOrigin: string | null;
}

/**
 * Takes apart `/s/<public id>#t=<one-time token>`, `/s/<public id>#h=<hand-off code>` and
 * `/s/<public id>?embed=<origin>`.
 */
export function readLaunchUrl(address: Pick<Location, 'pathname' | 'search' | 'hash'>): LaunchUrl {
  const publicId = /^\/s\/([^/]+)\/?$/.exec(address.pathname)?.[1] ?? '';
  const fragment = new URLSearchParams(address.hash.slice(1));
  const embed = read(new URLSearchParams(address.search), 'embed');
  return {
    publicId,
    launchToken: read(fragment, 't'),
    handoffCode: read(fragment, 'h'),
    embedOrigin: embed !== null && isEmbedOrigin(embed) ? embed : null,
  };
}

function read(parameters: URLSearchParams, name: string): string | null {
  const value = parameters.get(name);
  return value === '' ? null : value;
}

/**
 * The `x-sdk-session-id` of this page: random, so that it says nothing about the person, and kept
 * nowhere. (`crypto.randomUUID` is younger than the browsers that we serve.)
 */
export function createSessionId(source: Pick<Crypto, 'getRandomValues'>): string {
  const bytes = source.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 256 random bits in base64url: in memory alone, as long as the page is. */
export function createRepeatKey(source: Pick<Crypto, 'getRandomValues'>): string {
  const bytes = source.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '');
}
