import type { RequestHandler } from 'express';

/** Answers hold tokens and personal data; the few that may be cached say so themselves. */
export function forbidCaching(): RequestHandler {
  return (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  };
}
