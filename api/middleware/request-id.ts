import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Gives every request an id that the answer carries and every log line of it names. A caller's own
 * is taken when it is a UUID; anything else could hold personal data.
 */
export function assignRequestId(): RequestHandler {
  return (req, res, next) => {
    const given = req.get('x-request-id');
    const id = given !== undefined && UUID.test(given) ? given.toLowerCase() : randomUUID();
    req.id = id;
    res.set('x-request-id', id);
    next();
  };
}
