import { createHmac } from 'node:crypto';
import { createOpaqueToken } from '../tokens/opaque-token.js';

/**
 * The value of a new browser's cookie, its secret. With a repeat key it follows from that and the one-time token: who lost the
 * answer asks again with both and has the same one, who has the token alone cannot make it.
 */
export function createCookieValue(oneTimeToken: string, repeatKey: string | undefined): string {
  if (repeatKey === undefined) return createOpaqueToken();
  return createHmac('sha256', repeatKey)
    .update(`kenali/browser-secret/1/${oneTimeToken}`)
    .digest('base64url');
}
