import type { RequestHandler } from 'express';

/** Long enough to spare most second calls a preflight. */
const PREFLIGHT_MAX_AGE_SECONDS = '600';

/**
 * Lets pages of any origin read the answers, without cookies: what a call may do is told by the token
 * that it carries and by its `Origin`, which the route looks at. Goes before whatever may refuse a call:
 * a page that cannot read a refusal is told that nobody answered.
 */
export function allowCallsOfPages(): RequestHandler {
  return (req, res, next) => {
    res.vary('Origin');
    const origin = req.get('origin');
    if (origin !== undefined) res.set('Access-Control-Allow-Origin', origin);
    next();
  };
}

/** What a browser asks before such a call. */
export function answerPreflights(): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'OPTIONS') {
      next();
      return;
    }
    res
      .set({
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers':
          'content-type, x-onekyc-token, x-partner-session-id, x-sdk-session-id',
        'Access-Control-Max-Age': PREFLIGHT_MAX_AGE_SECONDS,
      })
      .status(204)
      .end();
  };
}
