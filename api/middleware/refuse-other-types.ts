import type { RequestHandler } from 'express';
import { unsupportedMediaType } from '../errors.js';

/** The calls that take pictures read forms themselves. */
const TAKEN = ['application/json', 'multipart/form-data'];

/** Says what is wrong with a body that nobody would read, instead of asking for its members one by one. */
export function refuseOtherTypes(): RequestHandler {
  return (req, _res, next) => {
    // Browsers and SDKs name no type, or any, where there is nothing in the body.
    const isEmpty = req.headers['content-length'] === '0';
    if (!isEmpty && req.is(TAKEN) === false) throw unsupportedMediaType();
    next();
  };
}
