import { createHmac } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import { isEqualInConstantTime } from './constant-time.js';

/** A working day: who looks tomorrow gives the token again. */
const LIFETIME_S = 8 * 3600;

const NAME = 'kenali_codec';

export interface CodecVisits {
  /** The value of `Set-Cookie` for a browser that has given the token. */
  begin(): string;
  /** Of the value of `Cookie`, if any. */
  isOpen(cookies: string | undefined): boolean;
}

export interface CodecVisitOptions {
  readonly token: string;
  /** Whether the browser may send the cookie over https alone. */
  readonly isSecure: boolean;
  readonly now: () => Date;
}

/**
 * Browsers that have given the token of the codec server. What they keep is not the token, ends by itself, and ends
 * with the token: nothing is stored here.
 */
export function createCodecVisits({ token, isSecure, now }: CodecVisitOptions): CodecVisits {
  const sign = (until: string) =>
    createHmac('sha256', token).update(`kenali/codec-visit/1/${until}`).digest('base64url');
  const nowS = () => Math.floor(now().getTime() / 1000);
  return {
    begin() {
      const until = String(nowS() + LIFETIME_S);
      return stringifySetCookie(NAME, `${until}.${sign(until)}`, {
        httpOnly: true,
        // A page on another port of this host is of the same site, one of another domain is not.
        sameSite: 'strict',
        secure: isSecure,
        path: '/decode',
        maxAge: LIFETIME_S,
      });
    },
    isOpen(cookies) {
      const [until = '', signature = ''] = (parseCookie(cookies ?? '')[NAME] ?? '').split('.');
      return isEqualInConstantTime(signature, sign(until)) && Number(until) > nowS();
    },
  };
}
