import type { RequestHandler } from 'express';
import { badRequest } from '../errors.js';
import { CONTRACT_HEADERS, headerWireName } from '../request-headers.js';
import { invalid } from '../request-problems.js';

/**
 * Refuses a header of the contract that comes twice: Node joins the two, a proxy in front may have
 * judged the first alone.
 */
export function refuseRepeatedHeaders(): RequestHandler {
  return (req, _res, next) => {
    const repeated = CONTRACT_HEADERS.filter((name) => {
      const values = req.headersDistinct[name];
      return values !== undefined && values.length > 1;
    });
    if (repeated.length > 0) {
      throw badRequest(repeated.map((name) => invalid(headerWireName(name), name)));
    }
    next();
  };
}
