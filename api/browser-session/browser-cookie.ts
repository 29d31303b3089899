import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';

const COOKIE_PATH = '/web/v1';

export interface BrowserCookie {
  readonly publicId: string;
  readonly secret: string;
  readonly expiresAt: Date;
  /** Tells whether the cookie is for https alone. */
  readonly publicUrl: string;
}

/** Renews the user token after a reload: of this submission, in this browser. */
export function setBrowserCookie(res: Response, cookie: BrowserCookie): void {
  const value = stringifySetCookie(cookieName(cookie.publicId), cookie.secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: new URL(cookie.publicUrl).protocol === 'https:',
    path: COOKIE_PATH,
    expires: cookie.expiresAt,
  });
  res.append('Set-Cookie', value);
}

export function readBrowserCookie(req: Request, publicId: string): string | undefined {
  return parseCookie(req.get('cookie') ?? '')[cookieName(publicId)];
}

/** One cookie a submission, so that two open sessions in one browser do not end each other. */
function cookieName(publicId: string): string {
  return `kenali_${publicId}`;
}
