import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

export interface SecurityHeadersOptions {
  /** Origin that partners and phones reach this platform at. */
  readonly publicUrl: string;
  /** Origin that the capture app uploads to. */
  readonly storagePublicUrl: string;
}

/**
 * The camera for our own page alone, in a frame too: there the page around it has to allow it as
 * well. Nothing else of what a page can ask for.
 */
const PERMISSIONS = [
  'camera=(self)',
  ...['microphone', 'geolocation', 'display-capture', 'payment', 'usb'].map((name) => `${name}=()`),
].join(', ');

const NO_FRAMES = "frame-ancestors 'none'";

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
      // Of browsers that know no `frame-ancestors`.
      xFrameOptions: { action: 'deny' },
    }),
    (_req, res, next) => {
      res.set('Permissions-Policy', PERMISSIONS);
      next();
    },
  ];
}

/**
 * Lets pages of one registered origin frame this answer, or keep hold of it as a popup. Of the
 * others that the partner has registered nothing is told.
 */
export function allowEmbedding(res: Response, origin: string): void {
  const policy = String(res.getHeader('Content-Security-Policy'));
  res.set('Content-Security-Policy', policy.replace(NO_FRAMES, `frame-ancestors ${origin}`));
  res.removeHeader('X-Frame-Options');
  res.set('Cross-Origin-Opener-Policy', 'unsafe-none');
}
