export interface LaunchUrl {
  /** Empty where the page was not opened at `/s/:publicId`; the service then refuses it. */
  readonly publicId: string;
  readonly launchToken: string | null;
}

/** Takes apart `/s/<public id>#t=<one-time token>`. */
export function readLaunchUrl(address: Pick<Location, 'pathname' | 'hash'>): LaunchUrl {
  const publicId = /^\/s\/([^/]+)\/?$/.exec(address.pathname)?.[1] ?? '';
  const token = new URLSearchParams(address.hash.slice(1)).get('t');
  return { publicId, launchToken: token === null || token === '' ? null : token };
}

/**
 * The `x-sdk-session-id` of this page: random, so that it says nothing about the person, and kept
 * nowhere. (`crypto.randomUUID` is younger than the browsers that we serve.)
 */
export function createSessionId(source: Pick<Crypto, 'getRandomValues'>): string {
  const bytes = source.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
