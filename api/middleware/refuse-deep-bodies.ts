import type { RequestHandler } from 'express';
import { WireCode } from '../../contract/wire-error.js';
import { badRequest } from '../errors.js';

/** The deepest body of the contract has four. */
const MAX_DEPTH = 32;

/**
 * Refuses JSON that is nested deeper than any call needs: 64 KB hold enough brackets to exhaust
 * the stack of whatever walks the body by calling itself.
 */
export function refuseDeepBodies(): RequestHandler {
  return (req, _res, next) => {
    if (isDeeperThan(req.body, MAX_DEPTH)) {
      throw badRequest([{ code: WireCode.INVALID_VALUE, cause: 'INVALID_REQUEST_BODY' }]);
    }
    next();
  };
}

/** Goes level by level, without calling itself. */
function isDeeperThan(value: unknown, depth: number): boolean {
  let level: unknown[] = [value];
  for (let at = 0; at <= depth; at += 1) {
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values<unknown>({ ...one }) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
