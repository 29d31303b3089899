import { isOrigin } from './origin.js';

/** How the Web SDK shows the capture app. */
export const LaunchMode = { REDIRECT: 'REDIRECT', OVERLAY: 'OVERLAY', POPUP: 'POPUP' } as const;
export type LaunchMode = (typeof LaunchMode)[keyof typeof LaunchMode];

/**
 * Scheme, host and port as a browser writes them, and no character that has a meaning in a
 * `frame-ancestors` directive: `https://a;b` and `https://*` are origins to `URL`.
 */
const ORIGIN =
  /^(https:\/\/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::\d{1,5})?$/;

/**
 * Whether pages of this origin could embed the capture app at all. A camera opens in no frame of a
 * plain http page, except on the machine of a developer.
 */
export function isEmbedOrigin(origin: string): boolean {
  return ORIGIN.test(origin) && isOrigin(origin);
}
