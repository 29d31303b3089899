import type { RequestHandler } from 'express';
import helmet from 'helmet';

export interface SecurityHeadersOptions {
  /** Origin that partners and phones reach this platform at. */
  readonly publicUrl: string;
  /** Origin that the capture app uploads to. */
  readonly storagePublicUrl: string;
}

/** For the capture app above all; harmless on the other answers. */
export function setSecurityHeaders(options: SecurityHeadersOptions): RequestHandler[] {
  const isHttps = new URL(options.publicUrl).protocol === 'https:';
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'"],
          // The capture app looks at frames of the camera in a worker of its own.
          'worker-src': ["'self'"],
          'style-src': ["'self'"],
          'font-src': ["'self'"],
          // Previews of what was just captured never leave the page.
          'img-src': ["'self'", 'blob:', 'data:'],
          'connect-src': ["'self'", new URL(options.storagePublicUrl).origin],
          'base-uri': ["'none'"],
          'form-action': ["'none'"],
          'frame-ancestors': ["'none'"],
          ...(isHttps && { 'upgrade-insecure-requests': [] }),
        },
      },
      strictTransportSecurity: isHttps,
      referrerPolicy: { policy: 'no-referrer' },
    }),
    (_req, res, next) => {
      res.set('Permissions-Policy', 'camera=(self), microphone=(), geolocation=()');
      next();
    },
  ];
}
