import type { RequestHandler } from 'express';

/**
 * Nothing from elsewhere but the capture app and its SDK, nothing inline, in nobody's frame. `blob:`
 * shows a chosen photograph.
 */
const policyFor = (kenali: string) =>
  [
    "default-src 'none'",
    `script-src 'self' ${kenali}`,
    `frame-src ${kenali}`,
    "style-src 'self'",
    "img-src 'self' blob:",
    `connect-src 'self' ${kenali}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** @param kenaliUrl origin of Kenali, whose capture app may use the camera in a frame of ours */
export function setSecurityHeaders(kenaliUrl: string): RequestHandler {
  const headers = {
    'content-security-policy': policyFor(kenaliUrl),
    'cross-origin-opener-policy': 'same-origin',
    // `self` as well: a page can give a frame only what it has itself.
    'permissions-policy': `camera=(self "${kenaliUrl}"), microphone=(), geolocation=()`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}
