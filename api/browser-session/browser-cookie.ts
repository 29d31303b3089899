import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';

interface CookiePlace {
  readonly publicId: string;
  /** Tells whether the cookie is for https alone. */
  readonly publicUrl: string;
}

export interface BrowserCookie extends CookiePlace {
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Renews the user token after a reload: of this submission, in this browser. */
export function setBrowserCookie(res: Response, cookie: BrowserCookie): void {
  const value = stringifySetCookie(cookieName(cookie), cookie.secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(cookie),
    // What `__Host-` asks for.
    path: '/',
    expires: cookie.expiresAt,
  });
  res.append('Set-Cookie', value);
}

/**
 * Also under the name of before there was a prefix, so that an upgrade ends no session. Whoever could
 * set that one gained nothing: a secret opens the one submission that it was made for.
 */
export function readBrowserCookie(req: Request, cookie: CookiePlace): string | undefined {
  const cookies = parseCookie(req.get('cookie') ?? '');
  return cookies[cookieName(cookie)] ?? cookies[plainName(cookie)];
}

/**
 * One cookie a submission, so that two open sessions in one browser do not end each other. A browser
 * takes a name with `__Host-` from this host alone, over https: no page of another subdomain can put
 * its own session in the place of the person's.
 */
function cookieName(cookie: CookiePlace): string {
  return `${isSecure(cookie) ? '__Host-' : ''}${plainName(cookie)}`;
}

function plainName({ publicId }: CookiePlace): string {
  return `kenali_${publicId}`;
}

function isSecure({ publicUrl }: CookiePlace): boolean {
  return new URL(publicUrl).protocol === 'https:';
}
