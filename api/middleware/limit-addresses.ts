import type { RequestHandler } from 'express';
import type { RequestLimits } from '../request-limits.js';

/** Counts what comes before it looks at any of it. */
export function limitAddresses(limits: RequestLimits): RequestHandler {
  return async (req, _res, next) => {
    await limits.countAddress(req.ip);
    next();
  };
}
